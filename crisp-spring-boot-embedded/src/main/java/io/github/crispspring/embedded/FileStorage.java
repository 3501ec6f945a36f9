package io.github.crispspring.embedded;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Storage of files. Crisp reports a URL to which a file is uploaded once, and the one
 * from which everybody can read it.
 */
final class FileStorage {

	static final String PATH = "/storage/";

	/**
	 * Maximum size of a file, in bytes.
	 */
	static final int SIZE_LIMIT = 10_000_000;

	private static final int MAX_FILES = 20;

	private static final String SIGNATURE = "?signature=";

	private final Supplier<URI> server;

	private final Map<String, StoredFile> files = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, StoredFile> eldest) {
			return size() > MAX_FILES;
		}

	};

	/**
	 * Create an empty storage.
	 * @param server the URL of the server that handles the requests to {@value #PATH}
	 */
	FileStorage(Supplier<URI> server) {
		this.server = server;
	}

	/**
	 * Create the URLs of a file.
	 * @param name the name of the file
	 */
	Urls reserve(String name) {
		String path = PATH + UUID.randomUUID() + "/"
				+ URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
		String signature = UUID.randomUUID().toString();
		synchronized (this.files) {
			this.files.put(path, new StoredFile(signature, null, null));
		}
		URI resource = this.server.get().resolve(path);
		return new Urls(resource.toString(), resource + SIGNATURE + signature);
	}

	/**
	 * Remove all files.
	 */
	void clear() {
		synchronized (this.files) {
			this.files.clear();
		}
	}

	Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
		return switch (request.method().name()) {
			case "PUT" -> upload(request, response);
			case "GET" -> download(request, response);
			default -> response.status(405).send();
		};
	}

	private Mono<Void> upload(HttpServerRequest request, HttpServerResponse response) {
		if (find(request.uri()) == null) {
			return response.status(403).send();
		}
		long length = request.requestHeaders().getInt(HttpHeaderNames.CONTENT_LENGTH, -1);
		if (length < 0 || length > SIZE_LIMIT) {
			return response.status((length < 0) ? 411 : 413).send();
		}
		String type = request.requestHeaders().get(HttpHeaderNames.CONTENT_TYPE, "application/octet-stream");
		return request.receive().aggregate().asByteArray().defaultIfEmpty(new byte[0]).flatMap((content) -> {
			store(request.uri(), type, content);
			return response.status(200).send().then();
		});
	}

	private @Nullable StoredFile find(String signed) {
		String[] parts = signed.split("\\" + SIGNATURE, 2);
		synchronized (this.files) {
			StoredFile file = this.files.get(parts[0]);
			return (file != null && parts.length == 2 && file.signature().equals(parts[1])) ? file : null;
		}
	}

	private void store(String signed, String type, byte[] content) {
		StoredFile file = find(signed);
		if (file != null) {
			synchronized (this.files) {
				this.files.put(signed.substring(0, signed.indexOf(SIGNATURE)),
						new StoredFile(file.signature(), type, content));
			}
		}
	}

	private Mono<Void> download(HttpServerRequest request, HttpServerResponse response) {
		StoredFile file;
		synchronized (this.files) {
			file = this.files.get(request.uri());
		}
		if (file == null || file.content() == null || file.type() == null) {
			return response.sendNotFound();
		}
		// An uploaded page must not act as a page of the console
		return response.header("Content-Security-Policy", "sandbox")
			.header(HttpHeaderNames.CONTENT_TYPE, file.type())
			.sendByteArray(Mono.just(file.content()))
			.then();
	}

	/**
	 * URLs of a file.
	 *
	 * @param resource the URL from which the file is read
	 * @param signed the URL to which the file is uploaded
	 */
	record Urls(String resource, String signed) {

	}

	private record StoredFile(String signature, @Nullable String type, byte @Nullable [] content) {

	}

}
