package io.github.crispspring.upload;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import io.github.crispspring.client.bucket.BucketURLRequest;
import io.github.crispspring.client.bucket.ReactiveBucketURLClient;
import io.github.crispspring.client.website.conversation.ReactiveCrispConversation;
import io.github.crispspring.client.website.conversation.SentConversationMessage;
import io.github.crispspring.dispatch.CrispEventDispatcher;
import io.github.crispspring.event.BucketEvent;
import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.message.FileContent;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Uploads files to Crisp's storage, so that they can be sent as messages. Crisp reports
 * the URL for an upload in the event {@code bucket:url:upload:generated}, which this
 * instance of the application must receive.
 * <p>
 * {@link CrispUploads} has the same methods for blocking code.
 */
public final class ReactiveCrispUploads
		implements ApplicationListener<PayloadApplicationEvent<BucketUrlUploadGenerated>> {

	/**
	 * Default time limit for Crisp to report the URL.
	 */
	public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * Time limit for the storage to accept a file. Files are large, and connections may
	 * be slow.
	 */
	private static final Duration STORAGE_TIMEOUT = Duration.ofMinutes(5);

	private static final String NAMESPACE = "upload";

	private final Map<String, Sinks.One<BucketUrlUploadGenerated>> pending = new ConcurrentHashMap<>();

	private final ReactiveBucketURLClient client;

	private final WebClient storage;

	private final Duration timeout;

	private final Duration storageTimeout;

	/**
	 * Create an instance.
	 * @param client the client that requests the URLs
	 * @param storage the HTTP client for the storage, without the credentials of Crisp
	 * @param timeout the time limit for Crisp to report a URL; its storage has five
	 * minutes to accept a file
	 */
	public ReactiveCrispUploads(ReactiveBucketURLClient client, WebClient storage, Duration timeout) {
		this(client, storage, timeout, STORAGE_TIMEOUT);
	}

	ReactiveCrispUploads(ReactiveBucketURLClient client, WebClient storage, Duration timeout, Duration storageTimeout) {
		this.client = client;
		this.storage = storage;
		this.timeout = timeout;
		this.storageTimeout = storageTimeout;
	}

	/**
	 * Upload a file. The name is that of the resource, and its extension determines the
	 * media type.
	 * @param websiteId the identifier of the website
	 * @param file the file
	 * @return the content of a message with the file; an error of type
	 * {@link CrispUploadException} if the file cannot be uploaded
	 */
	public Mono<FileContent> upload(String websiteId, Resource file) {
		String name = (file.getFilename() != null) ? file.getFilename() : "file";
		return upload(websiteId, name, MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM),
				file);
	}

	/**
	 * Upload a file.
	 * @param websiteId the identifier of the website
	 * @param name the name of the file
	 * @param type the media type of the file
	 * @param file the file
	 * @return the content of a message with the file; an error of type
	 * {@link CrispUploadException} if the file cannot be uploaded
	 */
	public Mono<FileContent> upload(String websiteId, String name, MediaType type, Resource file) {
		return Mono.defer(() -> {
			String id = UUID.randomUUID().toString();
			Sinks.One<BucketUrlUploadGenerated> generated = Sinks.one();
			BucketURLRequest request = new BucketURLRequest(NAMESPACE, id,
					new BucketURLRequest.File(name, type.toString()),
					new BucketURLRequest.Resource("website", websiteId));
			return this.client.generateBucketURL(request)
				.doOnSubscribe((subscription) -> this.pending.put(id, generated))
				.then(generated.asMono().timeout(this.timeout).onErrorMap(TimeoutException.class, this::notReported))
				.publishOn(Schedulers.boundedElastic())
				.flatMap((event) -> put(event, name, type, file))
				.doFinally((signal) -> this.pending.remove(id));
		});
	}

	/**
	 * Upload a file and send it to the visitor of a conversation.
	 * @param conversation the conversation
	 * @param file the file, whose name has the extension of the media type
	 * @return the message that was sent; an error of type {@link CrispUploadException} if
	 * the file cannot be uploaded
	 */
	public Mono<SentConversationMessage> send(ReactiveCrispConversation conversation, Resource file) {
		return upload(conversation.websiteId(), file).flatMap(conversation::reply);
	}

	private CrispUploadException notReported(TimeoutException ex) {
		return new CrispUploadException(
				"Crisp did not report a URL for the upload within %d s. Ensure that this instance receives the event '%s', by webhook or over the realtime connection"
					.formatted(this.timeout.toSeconds(), BucketUrlUploadGenerated.NAME),
				ex);
	}

	private Mono<FileContent> put(BucketUrlUploadGenerated event, String name, MediaType type, Resource file) {
		BucketEvent.Url url = event.url();
		if (url == null || url.signed() == null || url.resource() == null) {
			return Mono.error(new CrispUploadException("Crisp reported no URL for the upload", null));
		}
		String resource = url.resource();
		checkSize(event.policy(), file);
		return Mono
			.defer(() -> this.storage.put()
				.uri(URI.create(url.signed()))
				.contentType(type)
				.body(BodyInserters.fromResource(file))
				.retrieve()
				.toBodilessEntity())
			.map((response) -> new FileContent(name, resource, type.toString()))
			.timeout(this.storageTimeout)
			.onErrorMap(TimeoutException.class, this::notAccepted)
			// The message of the cause contains the signed URL
			.onErrorMap((ex) -> !(ex instanceof CrispUploadException),
					(ex) -> new CrispUploadException("The storage of Crisp did not accept the file", null));
	}

	private CrispUploadException notAccepted(TimeoutException ex) {
		return new CrispUploadException(
				"The storage of Crisp did not accept the file within %d s".formatted(this.storageTimeout.toSeconds()),
				ex);
	}

	private static void checkSize(BucketEvent.@Nullable Policy policy, Resource file) {
		// Determining the length of a stream would consume it
		if (file.getClass() == InputStreamResource.class) {
			return;
		}
		try {
			if (policy != null && policy.sizeLimit() != null && file.contentLength() > policy.sizeLimit()) {
				throw new CrispUploadException("The file has %d bytes, but Crisp accepts at most %d"
					.formatted(file.contentLength(), policy.sizeLimit()), null);
			}
		}
		catch (IOException ex) {
			throw new CrispUploadException("The file cannot be read", ex);
		}
	}

	@Override
	public void onApplicationEvent(PayloadApplicationEvent<BucketUrlUploadGenerated> event) {
		CrispEventDispatcher.matched(event);
		String id = event.getPayload().id();
		Sinks.One<BucketUrlUploadGenerated> generated = (id != null) ? this.pending.get(id) : null;
		if (generated != null) {
			generated.tryEmitValue(event.getPayload());
		}
	}

}
