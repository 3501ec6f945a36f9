package io.github.crispspring.autoconfigure;

import io.github.crispspring.CrispClient;
import io.github.crispspring.ReactiveCrispClient;
import io.github.crispspring.client.CrispRest;
import io.github.crispspring.client.bucket.BucketClient;
import io.github.crispspring.client.bucket.ReactiveBucketClient;
import io.github.crispspring.client.media.MediaClient;
import io.github.crispspring.client.media.ReactiveMediaClient;
import io.github.crispspring.client.plan.PlanClient;
import io.github.crispspring.client.plan.ReactivePlanClient;
import io.github.crispspring.client.plugin.PluginClient;
import io.github.crispspring.client.plugin.ReactivePluginClient;
import io.github.crispspring.client.website.ReactiveWebsiteClient;
import io.github.crispspring.client.website.WebsiteClient;
import io.github.crispspring.upload.CrispUploads;
import io.github.crispspring.upload.ReactiveCrispUploads;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the clients and uploads of each named account, with the name as the
 * qualifier. They are injected without a qualifier if no other account is configured.
 */
final class AccountClientRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	AccountClientRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		boolean single = AccountBeans.isOnlyAccount(registry, this.environment);
		AccountNames.with(this.environment, "identifier", "key")
			.forEach((account) -> register(registry, account, single));
	}

	private void register(BeanDefinitionRegistry registry, String account, boolean single) {
		Clients clients = new Clients(registry, account, single);
		clients.register("crispRest", CrispRest.class, "rest");
		clients.registerUploads("crispUploads", CrispUploads.class, "get");
		clients.registerUploads("reactiveCrispUploads", ReactiveCrispUploads.class, "reactive");
		String blocking = clients.register("crispClient", CrispClient.class, "get");
		String reactive = clients.register("reactiveCrispClient", ReactiveCrispClient.class, "reactive");
		clients.register("crispWebsiteClient", WebsiteClient.class, blocking, "website");
		clients.register("crispPluginClient", PluginClient.class, blocking, "plugin");
		clients.register("crispPlanClient", PlanClient.class, blocking, "plan");
		clients.register("crispMediaClient", MediaClient.class, blocking, "media");
		clients.register("crispBucketClient", BucketClient.class, blocking, "bucket");
		clients.register("reactiveCrispWebsiteClient", ReactiveWebsiteClient.class, reactive, "website");
		clients.register("reactiveCrispPluginClient", ReactivePluginClient.class, reactive, "plugin");
		clients.register("reactiveCrispPlanClient", ReactivePlanClient.class, reactive, "plan");
		clients.register("reactiveCrispMediaClient", ReactiveMediaClient.class, reactive, "media");
		clients.register("reactiveCrispBucketClient", ReactiveBucketClient.class, reactive, "bucket");
	}

	private record Clients(BeanDefinitionRegistry registry, String account, boolean single) {

		String register(String bean, Class<?> type, String method) {
			return register(bean, ofAccount(type, CrispAccountsAutoConfiguration.CLIENTS, method));
		}

		void registerUploads(String bean, Class<?> type, String method) {
			register(bean, ofAccount(type, CrispAccountsAutoConfiguration.UPLOADS, method));
		}

		private RootBeanDefinition ofAccount(Class<?> type, String factoryBean, String method) {
			RootBeanDefinition definition = AccountBeans.definition(this.account, type, factoryBean, method);
			definition.getConstructorArgumentValues().addIndexedArgumentValue(0, this.account);
			return definition;
		}

		void register(String bean, Class<?> type, String client, String method) {
			RootBeanDefinition definition = AccountBeans.definition(this.account, type, client, method);
			// The lookup of listeners would load the types of all methods
			definition.setAttribute(AutoProxyUtils.ORIGINAL_TARGET_CLASS_ATTRIBUTE, Object.class);
			register(bean, definition);
		}

		private String register(String bean, RootBeanDefinition definition) {
			String name = AccountBeans.name(this.account, bean);
			definition.setLazyInit(true);
			definition.setDefaultCandidate(this.single);
			this.registry.registerBeanDefinition(name, definition);
			return name;
		}

	}

}
