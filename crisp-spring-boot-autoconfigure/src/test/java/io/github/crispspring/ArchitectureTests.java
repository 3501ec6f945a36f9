package io.github.crispspring;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rooms of the house, and which may know which.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.crispspring";

	/**
	 * Each room, and those it may know. The rooms of the resources do not know each
	 * other.
	 */
	private static final String ROOMS = """
			json                            |
			model                           | json
			message                         | json
			client                          | json
			client.website                  | client client.website.*
			client.website.analytics        | client
			client.website.availability     | client
			client.website.base             | client
			client.website.batch            | client model json
			client.website.campaign         | client model json
			client.website.connect          | client
			client.website.conversation     | client model message json
			client.website.helpdesk         | client model json
			client.website.inbox            | client json
			client.website.operator         | client json
			client.website.people           | client model json
			client.website.settings         | client json
			client.website.teams            | client json
			client.website.verify           | client json
			client.website.visitors         | client model
			client.plugin                   | client
			client.plan                     | client
			client.media                    | client
			client.bucket                   | client
			event                           | json model message
			dispatch                        | event
			listener                        | json event message dispatch client.website.conversation
			signature                       |
			webhook                         | json event dispatch signature
			rtm                             | json event dispatch client client.plugin client.website.conversation
			replicas                        | dispatch rtm
			""";

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("/test-support/"))
		.importPackages(ROOT);

	@Test
	void packagesFormNoCycle() {
		SlicesRuleDefinition.slices().matching("(io.github.crispspring..)").should().beFreeOfCycles().check(classes);
	}

	@ParameterizedTest(name = "{0} knows {1}")
	@MethodSource("rooms")
	void packageUsesOnlyAllowedPackages(String room, List<String> mayKnow) {
		noClasses().that()
			.resideInAPackage(ROOT + "." + room)
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("are in another room",
					(type) -> type.getPackageName().startsWith(ROOT) && !isIn(type, room)
							&& mayKnow.stream().noneMatch((known) -> isIn(type, known))))
			.check(classes);
	}

	@Test
	void everyPackageIsListed() {
		assertThat(classes).allMatch((type) -> type.getPackageName().equals(ROOT) || isIn(type, "autoconfigure..")
				|| rooms().anyMatch((room) -> isIn(type, (String) room.get()[0])));
	}

	static Stream<Arguments> rooms() {
		return ROOMS.lines()
			.map((line) -> line.split("\\s*\\|\\s*", -1))
			.map((room) -> Arguments.of(room[0], List.of(room[1].split(" "))));
	}

	private static boolean isIn(JavaClass type, String room) {
		return PackageMatcher.of(ROOT + "." + room).matches(type.getPackageName());
	}

	@Test
	void onlyAutoConfigurationUsesSpringBoot() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(classes);
	}

}
