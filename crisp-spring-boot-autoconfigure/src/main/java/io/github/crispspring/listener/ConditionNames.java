package io.github.crispspring.listener;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.github.crispspring.event.CrispApplicationEvent;
import io.github.crispspring.event.CrispEvent;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.InlineMap;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;
import org.springframework.expression.spel.ast.VariableReference;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Check that the variables and properties of a condition exist. SpEL itself evaluates an
 * unknown variable to {@code null}, and reports an unknown property only when an event is
 * received. Properties are checked as far as their types are declared.
 */
final class ConditionNames {

	private final Method method;

	private final Map<String, ResolvableType> variables = new LinkedHashMap<>();

	private final Set<String> parameters = new TreeSet<>();

	private final ResolvableType event;

	ConditionNames(Method method, Class<?> beanType, @Nullable Class<?> eventType) {
		this.method = method;
		this.event = ResolvableType.forClassWithGenerics(CrispApplicationEvent.class,
				(eventType != null) ? eventType : CrispEvent.class);
		@Nullable String @Nullable [] names = ListenerCondition.PARAMETER_NAMES.getParameterNames(method);
		for (int i = 0; i < SuspendingFunctions.parameterCount(method); i++) {
			ResolvableType type = ResolvableType.forMethodParameter(method, i, beanType);
			String name = (names != null) ? names[i] : null;
			this.parameters.add("#" + ((name != null) ? name : "a" + i));
			Stream.of("a" + i, "p" + i, String.valueOf(name)).forEach((alias) -> this.variables.put(alias, type));
		}
		this.variables.put("root", ResolvableType.NONE);
		this.variables.put("this", ResolvableType.NONE);
	}

	void check(SpelNode expression) {
		typeOf(expression, true);
	}

	/**
	 * Check an expression.
	 * @param node the expression
	 * @param root whether a property without an object is one of the root, not of an
	 * element of a collection
	 * @return the type of the result, or {@code NONE} if it is not known
	 */
	private ResolvableType typeOf(SpelNode node, boolean root) {
		if (node instanceof CompoundExpression) {
			return typeOfPath(node, root);
		}
		if (node instanceof PropertyOrFieldReference property) {
			return root ? rootProperty(property.getName()) : ResolvableType.NONE;
		}
		if (node instanceof VariableReference || node instanceof FunctionReference) {
			String name = node.toStringAST().substring(1).replaceFirst("\\(.*", "");
			requireVariable(name);
			checkChildren(node, root);
			return this.variables.getOrDefault(name, ResolvableType.NONE);
		}
		checkChildren(node, root && !(node instanceof Selection) && !(node instanceof Projection));
		return ResolvableType.NONE;
	}

	private ResolvableType typeOfPath(SpelNode path, boolean root) {
		ResolvableType type = typeOf(path.getChild(0), root);
		for (int i = 1; i < path.getChildCount(); i++) {
			SpelNode next = path.getChild(i);
			if (next instanceof PropertyOrFieldReference property) {
				type = property(type, property.getName());
			}
			else {
				typeOf(next, root);
				type = ResolvableType.NONE;
			}
		}
		return type;
	}

	private void checkChildren(SpelNode node, boolean root) {
		for (int i = 0; i < node.getChildCount(); i++) {
			// A name as a key of a map is a literal
			boolean key = node instanceof Indexer || (node instanceof InlineMap && i % 2 == 0);
			if (!key || !(node.getChild(i) instanceof PropertyOrFieldReference)) {
				typeOf(node.getChild(i), root);
			}
		}
	}

	private void requireVariable(String name) {
		if (!this.variables.containsKey(name)) {
			throw new InvalidListenerException(this.method,
					"Its condition refers to '#%s', but the method has no parameter of this name.".formatted(name),
					"Use %s. Parameter names require the compiler option '-parameters'."
						.formatted(this.parameters.isEmpty() ? "'event'" : this.parameters));
		}
	}

	private ResolvableType rootProperty(String name) {
		return switch (name) {
			case "event" -> this.event;
			case "args" -> ResolvableType.NONE;
			default -> throw new InvalidListenerException(this.method,
					"Its condition refers to the property '%s', which does not exist.".formatted(name),
					"Use 'event', 'args' or a parameter: %s.".formatted(this.parameters));
		};
	}

	private ResolvableType property(ResolvableType owner, String name) {
		Class<?> type = owner.resolve();
		if (type == null) {
			return ResolvableType.NONE;
		}
		ResolvableType property = find(owner, type, name);
		if (property == null && isMissing(type, name)) {
			throw new InvalidListenerException(this.method,
					"Its condition refers to the property '%s' of %s, which does not exist.".formatted(name,
							type.getSimpleName()),
					"Use one of its properties, such as %s.".formatted(NearestNames.to(name, properties(type))));
		}
		return (property != null) ? property : ResolvableType.NONE;
	}

	private @Nullable ResolvableType find(ResolvableType owner, Class<?> type, String name) {
		for (Method candidate : accessors(type).toList()) {
			if (candidate.getName().equals(name) || propertyName(candidate).equals(name)) {
				return ResolvableType.forType(candidate.getGenericReturnType(),
						owner.as(candidate.getDeclaringClass()));
			}
		}
		Field field = ReflectionUtils.findField(type, name);
		return (field != null && Modifier.isPublic(field.getModifiers())) ? ResolvableType.forField(field) : null;
	}

	/**
	 * Return whether no object of a type has a property, which is not known if classes
	 * may extend the type.
	 */
	private boolean isMissing(Class<?> type, String name) {
		if (find(ResolvableType.forClass(type), type, name) != null) {
			return false;
		}
		if (type.isSealed()) {
			return Arrays.stream(type.getPermittedSubclasses()).allMatch((subtype) -> isMissing(subtype, name));
		}
		boolean leaf = Modifier.isFinal(type.getModifiers()) && !type.isArray() && !type.isPrimitive();
		return leaf || type == CrispApplicationEvent.class;
	}

	private Set<String> properties(Class<?> type) {
		Set<String> properties = new TreeSet<>();
		accessors(type).filter((accessor) -> accessor.getDeclaringClass() != Object.class)
			.map(this::propertyName)
			.forEach(properties::add);
		return properties;
	}

	private Stream<Method> accessors(Class<?> type) {
		return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(Object.class.getMethods()))
			.filter((method) -> method.getParameterCount() == 0 && method.getReturnType() != void.class);
	}

	private String propertyName(Method accessor) {
		String name = accessor.getName();
		for (String prefix : new String[] { "get", "is" }) {
			if (name.startsWith(prefix) && name.length() > prefix.length()) {
				return StringUtils.uncapitalizeAsProperty(name.substring(prefix.length()));
			}
		}
		return name;
	}

}
