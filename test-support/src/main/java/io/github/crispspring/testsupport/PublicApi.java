package io.github.crispspring.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Listing of the public and protected types and members of the current module, with their
 * nullness. The committed listing is {@code src/api/MODULE.txt}, so that the API changes
 * on purpose only. To update the listings of all modules:
 * {@code ./mvnw test -Dtest=PublicApiTests -Dsurefire.failIfNoSpecifiedTests=false
 * -Dapi.update=true}.
 */
public final class PublicApi {

	private static final Path CLASSES = Path.of("target/classes");

	private static final String UPDATE = "api.update";

	private static final String OWN_PACKAGE = "io.github.crispspring.";

	private static final Set<String> OF_EVERY_TYPE = Set.of("equals(Object)", "hashCode()", "toString()");

	private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(String)");

	private PublicApi() {
	}

	/**
	 * Compare the API of the current module with its committed listing, or update the
	 * listing if the system property {@code api.update} is {@code true}.
	 * @throws AssertionError if the API differs from the listing
	 */
	public static void verify() {
		Path listing = Path.of("../src/api", Path.of("").toAbsolutePath().getFileName() + ".txt");
		List<String> actual = types().flatMap(PublicApi::describe).toList();
		try {
			if (Boolean.getBoolean(UPDATE)) {
				Files.createDirectories(listing.getParent());
				Files.write(listing, actual);
			}
			List<String> expected = Files.exists(listing) ? Files.readAllLines(listing) : List.of();
			if (!actual.equals(expected)) {
				throw new AssertionError("The public API differs from '%s'.\nRemoved:\n%s\nAdded:\n%s\n"
					.formatted(listing, difference(expected, actual), difference(actual, expected))
						+ "If that is intended, describe it in CHANGELOG.md and run the test with -D" + UPDATE
						+ "=true");
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String difference(List<String> listing, List<String> other) {
		Set<String> members = membersWithTypes(listing);
		members.removeAll(membersWithTypes(other));
		return String.join("\n", members);
	}

	private static Set<String> membersWithTypes(List<String> listing) {
		Set<String> members = new LinkedHashSet<>();
		String type = "";
		for (String line : listing) {
			if (!line.startsWith("\t")) {
				type = line;
			}
			members.add(line.startsWith("\t") ? type + " ..." + line : line);
		}
		return members;
	}

	private static Stream<Class<?>> types() {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.map((file) -> CLASSES.relativize(file).toString().replace('\\', '/'))
				.filter((file) -> file.endsWith(".class") && !file.endsWith("-info.class"))
				.map((file) -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
				.sorted()
				.<Class<?>>map(PublicApi::load)
				.filter(PublicApi::isAccessible)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Class<?> load(String name) {
		try {
			return Class.forName(name, false, PublicApi.class.getClassLoader());
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isAccessible(Class<?> type) {
		if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
			return false;
		}
		Class<?> enclosing = type.getEnclosingClass();
		if (enclosing != null && !isAccessible(enclosing)) {
			return false;
		}
		return isAccessible(type.getModifiers(), (enclosing != null) ? enclosing : type);
	}

	private static boolean isAccessible(int modifiers, Class<?> declaring) {
		return Modifier.isPublic(modifiers) || (Modifier.isProtected(modifiers) && isExtensible(declaring));
	}

	private static boolean isExtensible(Class<?> type) {
		return !Modifier.isFinal(type.getModifiers()) && !type.isSealed() && Arrays
			.stream(type.getDeclaredConstructors())
			.anyMatch((constructor) -> (constructor.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0);
	}

	private static boolean isImplied(Method method) {
		String signature = method.getName() + parameters(method);
		return OF_EVERY_TYPE.contains(signature)
				|| (method.getDeclaringClass().isEnum() && OF_EVERY_ENUM.contains(signature));
	}

	private static Stream<String> describe(Class<?> type) {
		Stream<String> fields = Arrays.stream(type.getDeclaredFields())
			.filter((field) -> isAccessible(field.getModifiers(), type))
			.map(PublicApi::field);
		Stream<String> constructors = Arrays.stream(type.getDeclaredConstructors())
			.filter((constructor) -> isAccessible(constructor.getModifiers(), type) && !constructor.isSynthetic())
			.map(PublicApi::constructor);
		Stream<String> methods = Arrays.stream(type.getDeclaredMethods())
			.filter((method) -> isAccessible(method.getModifiers(), type) && !method.isSynthetic())
			.filter((method) -> !isImplied(method))
			.map(PublicApi::method);
		return Stream.concat(Stream.of(header(type)),
				Stream.of(fields, constructors, methods).flatMap(Stream::sorted).map((member) -> "\t" + member));
	}

	private static String header(Class<?> type) {
		StringBuilder header = new StringBuilder(modifiers(type, type.getModifiers()));
		header.append(type.isSealed() ? "sealed " : "").append(kind(type)).append(name(type));
		header.append(typeParameters(type.getTypeParameters()));
		if (type.getAnnotatedSuperclass() != null
				&& !List.of(Object.class, Record.class, Enum.class).contains(type.getSuperclass())) {
			header.append(" extends ").append(type(type.getAnnotatedSuperclass()));
		}
		if (type.getInterfaces().length > 0 && !type.isAnnotation()) {
			header.append(" implements ").append(join(type.getAnnotatedInterfaces()));
		}
		return header.toString();
	}

	private static String kind(Class<?> type) {
		if (type.isAnnotation()) {
			return "@interface ";
		}
		if (type.isInterface()) {
			return "interface ";
		}
		return type.isRecord() ? "record " : type.isEnum() ? "enum " : "class ";
	}

	private static String field(Field field) {
		return modifiers(field, field.getModifiers()) + type(field.getAnnotatedType()) + " " + field.getName();
	}

	private static String constructor(Constructor<?> constructor) {
		return modifiers(constructor, constructor.getModifiers()) + "new" + parameters(constructor)
				+ exceptions(constructor);
	}

	private static String method(Method method) {
		String typeParameters = typeParameters(method.getTypeParameters());
		return modifiers(method, method.getModifiers()) + ((method.isDefault()) ? "default " : "") + typeParameters
				+ (typeParameters.isEmpty() ? "" : " ") + type(method.getAnnotatedReturnType()) + " " + method.getName()
				+ parameters(method) + exceptions(method) + ((method.getDefaultValue() != null) ? " default" : "");
	}

	/**
	 * Return the modifiers other than {@code public}, and those that are implied.
	 */
	private static String modifiers(AnnotatedElement element, int modifiers) {
		boolean implied = element instanceof Class<?> type && (type.isInterface() || type.isRecord() || type.isEnum());
		boolean ofInterface = element instanceof Method method && method.getDeclaringClass().isInterface();
		return (element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "")
				+ (Modifier.isProtected(modifiers) ? "protected " : "")
				+ ((Modifier.isStatic(modifiers) && !implied) ? "static " : "")
				+ ((Modifier.isAbstract(modifiers) && !implied && !ofInterface) ? "abstract " : "")
				+ ((Modifier.isFinal(modifiers) && !implied) ? "final " : "");
	}

	private static String parameters(Executable executable) {
		String parameters = Arrays.stream(executable.getAnnotatedParameterTypes())
			.map(PublicApi::type)
			.collect(Collectors.joining(", ", "(", ")"));
		return executable.isVarArgs() ? parameters.replaceAll("\\[]\\)$", "...)") : parameters;
	}

	private static String exceptions(Executable executable) {
		AnnotatedType[] exceptions = executable.getAnnotatedExceptionTypes();
		return (exceptions.length > 0) ? " throws " + join(exceptions) : "";
	}

	private static String typeParameters(TypeVariable<?>[] parameters) {
		if (parameters.length == 0) {
			return "";
		}
		return Arrays.stream(parameters)
			.map((parameter) -> parameter.getName() + bounds(" extends ", parameter.getAnnotatedBounds()))
			.collect(Collectors.joining(", ", "<", ">"));
	}

	private static String bounds(String keyword, AnnotatedType[] bounds) {
		String types = Arrays.stream(bounds).map(PublicApi::type).collect(Collectors.joining(" & "));
		return (types.isEmpty() || types.equals("Object")) ? "" : keyword + types;
	}

	private static String join(AnnotatedType[] types) {
		return Arrays.stream(types).map(PublicApi::type).collect(Collectors.joining(", "));
	}

	private static String type(AnnotatedType type) {
		String nullness = Arrays.stream(type.getAnnotations())
			.map((annotation) -> annotation.annotationType().getSimpleName())
			.filter((name) -> name.equals("Nullable"))
			.map((name) -> "@" + name + " ")
			.collect(Collectors.joining());
		if (type instanceof AnnotatedArrayType array) {
			return type(array.getAnnotatedGenericComponentType()) + (nullness.isEmpty() ? "" : " " + nullness) + "[]";
		}
		if (type instanceof AnnotatedParameterizedType parameterized) {
			Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
			return nullness + name(raw) + "<" + join(parameterized.getAnnotatedActualTypeArguments()) + ">";
		}
		if (type instanceof AnnotatedWildcardType wildcard) {
			return "?" + bounds(" super ", wildcard.getAnnotatedLowerBounds())
					+ bounds(" extends ", wildcard.getAnnotatedUpperBounds());
		}
		return nullness + name(type.getType());
	}

	private static String name(Type type) {
		String name = type.getTypeName().replace('$', '.');
		if (name.startsWith(OWN_PACKAGE)) {
			return name.substring(OWN_PACKAGE.length());
		}
		return name.replaceAll("^java\\.lang\\.(?=[A-Z])", "");
	}

}
