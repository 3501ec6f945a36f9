package io.github.crispspring.json;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import tools.jackson.databind.node.JsonNodeType;

import org.springframework.core.log.LogMessage;
import org.springframework.util.ClassUtils;

/**
 * Registry of fields whose value could not be parsed. Each field of each type is logged
 * once; observers are notified every time.
 */
public final class UnreadableFields {

	private static final Log logger = LogFactory.getLog(UnreadableFields.class);

	private static final List<Observer> observers = new CopyOnWriteArrayList<>();

	private static final Set<String> logged = ConcurrentHashMap.newKeySet();

	private UnreadableFields() {
	}

	/**
	 * Add an observer.
	 * @param observer the observer
	 */
	public static void addObserver(Observer observer) {
		observers.add(observer);
	}

	/**
	 * Remove an observer.
	 * @param observer the observer
	 */
	public static void removeObserver(Observer observer) {
		observers.remove(observer);
	}

	/**
	 * Report a field. Only the type of its value is logged, as the value may be
	 * confidential.
	 */
	static void report(Class<?> type, String field, JsonNodeType found) {
		String typeName = ClassUtils.getShortName(type);
		observers.forEach((observer) -> observer.unreadable(typeName, field));
		if (logged.add(typeName + "." + field)) {
			logger.warn(LogMessage.format(
					"Field '%s' of %s has an unexpected value of type %s; reading it as absent. Further values of this field are counted but not logged.",
					field, typeName, found));
		}
	}

	/**
	 * Callback invoked for each field that could not be parsed.
	 */
	@FunctionalInterface
	public interface Observer {

		/**
		 * Handle a field that could not be parsed. The number of different types and
		 * fields is limited, as only components of records are reported.
		 * @param type the name of the record without its package, such as
		 * {@code WebsiteOperator}
		 * @param field the name of the field as Crisp uses it, such as
		 * {@code availability}
		 */
		void unreadable(String type, String field);

	}

}
