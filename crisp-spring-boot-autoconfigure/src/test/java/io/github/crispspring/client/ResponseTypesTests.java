package io.github.crispspring.client;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.github.crispspring.json.CrispJson;
import io.github.crispspring.testsupport.ContractTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

/**
 * Tests the records against the types of the contract: JSON with every field of a type is
 * read as the Java type of a parameter or result and written again without loss.
 */
class ResponseTypesTests {

	/**
	 * Compares values, regardless of the decimals of a number and the milliseconds of a
	 * time.
	 */
	private static final Comparator<JsonNode> VALUES = (one, other) -> {
		if (one.isNumber() && other.isNumber()) {
			return one.decimalValue().compareTo(other.decimalValue());
		}
		if (one.isString() && other.isString()) {
			return one.asString().replace(".000Z", "Z").compareTo(other.asString().replace(".000Z", "Z"));
		}
		return one.equals(other) ? 0 : 1;
	};

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "answered", "sent" })
	void allFieldsAreRetained(Exchanged exchanged) throws Exception {
		JsonMapper mapper = CrispJson.mapper();
		List<JsonNode> samples = ContractTypes.load()
			.samples(exchanged.route().method(), exchanged.field(), exchanged.contractType());
		assertThat(samples).isNotEmpty();
		assertThat(samples).as(exchanged.toString()).allSatisfy((json) -> {
			Object value = mapper.readValue(json.toString(), mapper.constructType(exchanged.javaType().getType()));
			JsonNode written = mapper.readTree(CrispJson.copyWriter().writeValueAsBytes(value));
			assertThatObject(written).usingComparator((one, other) -> one.equals(VALUES, other) ? 0 : 1)
				.isEqualTo(json);
		});
	}

	static Stream<Exchanged> answered() throws Exception {
		return ResourceMethod.all()
			.map((method) -> answered(method.route(), method.method()))
			.filter((exchanged) -> exchanged.contractType() != null);
	}

	private static Exchanged answered(ContractRoute route, Method method) {
		ResolvableType publisher = ResolvableType.forMethodReturnType(method);
		ResolvableType type = publisher.getGeneric();
		if (publisher.resolve() == Flux.class) {
			type = ResolvableType.forClassWithGenerics(List.class, type);
		}
		return new Exchanged(route, "answer", route.responseType(), type);
	}

	static Stream<Exchanged> sent() throws Exception {
		return ResourceMethod.all()
			.flatMap((method) -> Arrays.stream(method.method().getParameters())
				.flatMap((parameter) -> sent(method.route(), parameter)));
	}

	private static Stream<Exchanged> sent(ContractRoute route, Parameter parameter) {
		ResolvableType type = ResolvableType.forType(parameter.getParameterizedType());
		if (parameter.isAnnotationPresent(RequestBody.class)) {
			return Stream.of(new Exchanged(route, "body", route.bodyType(), type));
		}
		if (parameter.isAnnotationPresent(BodyField.class)) {
			String field = ResourceMethod.fieldName(parameter);
			return Stream.of(new Exchanged(route, field, route.fieldType(field), type));
		}
		return Stream.empty();
	}

	/**
	 * Sent or received value, with its types in the contract and in Java.
	 */
	record Exchanged(ContractRoute route, String field, String contractType, ResolvableType javaType) {

		@Override
		public String toString() {
			return "%s %s: %s".formatted(this.route, this.field, this.contractType);
		}

	}

}
