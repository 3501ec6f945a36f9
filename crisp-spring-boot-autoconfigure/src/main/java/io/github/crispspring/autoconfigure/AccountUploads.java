package io.github.crispspring.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.crispspring.CrispClients;
import io.github.crispspring.event.BucketUrlUploadGenerated;
import io.github.crispspring.listener.CrispListenerRegistry;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.upload.ReactiveCrispUploads;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Creates the beans that upload files with the tokens of named accounts. The event that
 * they require is subscribed to only if they are used.
 */
final class AccountUploads {

	private final Map<String, ReactiveCrispUploads> uploads = new ConcurrentHashMap<>();

	private final CrispClients clients;

	private final ObjectProvider<WebClient.Builder> webClientBuilder;

	private final CrispListenerRegistry listenerRegistry;

	AccountUploads(CrispClients clients, ObjectProvider<WebClient.Builder> webClientBuilder,
			CrispListenerRegistry listenerRegistry) {
		this.clients = clients;
		this.webClientBuilder = webClientBuilder;
		this.listenerRegistry = listenerRegistry;
	}

	CrispUploads get(String account) {
		return new CrispUploads(reactive(account));
	}

	ReactiveCrispUploads reactive(String account) {
		return this.uploads.computeIfAbsent(account, this::create);
	}

	private ReactiveCrispUploads create(String account) {
		ReactiveCrispUploads created = new ReactiveCrispUploads(this.clients.reactive(account).bucket(),
				this.webClientBuilder.getObject().build(), ReactiveCrispUploads.DEFAULT_TIMEOUT);
		receiveUrls(account, created, this.listenerRegistry);
		return created;
	}

	/**
	 * Let the uploads of an account receive the URLs that Crisp reports.
	 */
	static void receiveUrls(String account, ReactiveCrispUploads uploads, CrispListenerRegistry listenerRegistry) {
		listenerRegistry.require(account, Set.of(BucketUrlUploadGenerated.NAME));
		// Listeners that upload may occupy all listener threads
		listenerRegistry.onAccept((event) -> {
			if (event instanceof BucketUrlUploadGenerated generated) {
				uploads.onApplicationEvent(new PayloadApplicationEvent<>(uploads, generated));
			}
		});
	}

}
