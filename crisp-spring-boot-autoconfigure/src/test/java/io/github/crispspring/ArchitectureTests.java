package io.github.crispspring;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests the dependencies between packages.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.crispspring";

	/**
	 * Each package and the packages that it may use. The packages of resources do not use
	 * each other.
	 */
	private static final String PACKAGES = """
			json                            |
			model                           | json
			message                         | json
			client                          | json
			client.website                  | client client.website.*
			client.website.analytics        | client
			client.website.availability     | client
			client.website.base             | client model
			client.website.batch            | client model json
			client.website.campaign         | client model json
			client.website.connect          | client model
			client.website.conversation     | client model message json
			client.website.helpdesk         | client model json
			client.website.inbox            | client json
			client.website.operator         | client json model
			client.website.people           | client model json
			client.website.settings         | client json
			client.website.teams            | client json
			client.website.verify           | client json
			client.website.visitors         | client model
			client.plugin                   | client model
			client.plan                     | client
			client.media                    | client
			client.bucket                   | client
			event                           | json model message
			dispatch                        | event
			listener                        | json event model message dispatch client client.website.conversation
			upload                          | event message dispatch client client.bucket client.website.conversation
			signature                       |
			webhook                         | json event dispatch signature
			rtm                             | json event model dispatch client client.plugin client.website.conversation
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

	/**
	 * A class that depended on one that creates it would be part of a cycle.
	 */
	@Test
	void classesOfTheRealtimeConnectionFormNoCycle() {
		SlicesRuleDefinition.slices()
			.assignedFrom(topLevelClassesIn(ROOT + ".rtm"))
			.should()
			.beFreeOfCycles()
			.check(classes);
	}

	private static SliceAssignment topLevelClassesIn(String packageName) {
		return new SliceAssignment() {

			@Override
			public SliceIdentifier getIdentifierOf(JavaClass type) {
				return type.getPackageName().equals(packageName)
						? SliceIdentifier.of(type.getName().substring(packageName.length() + 1).split("\\$")[0])
						: SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "top-level classes in " + packageName;
			}

		};
	}

	@ParameterizedTest(name = "{0} uses {1}")
	@MethodSource("packages")
	void packageUsesOnlyAllowedPackages(String name, List<String> allowed) {
		noClasses().that()
			.resideInAPackage(ROOT + "." + name)
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("are in another package",
					(type) -> type.getPackageName().startsWith(ROOT) && !isIn(type, name)
							&& allowed.stream().noneMatch((other) -> isIn(type, other))))
			.check(classes);
	}

	@Test
	void everyPackageIsListed() {
		assertThat(classes).allMatch((type) -> type.getPackageName().equals(ROOT) || isIn(type, "autoconfigure..")
				|| packages().anyMatch((entry) -> isIn(type, (String) entry.get()[0])));
	}

	static Stream<Arguments> packages() {
		return PACKAGES.lines()
			.map((line) -> line.split("\\s*\\|\\s*", -1))
			.map((entry) -> Arguments.of(entry[0], List.of(entry[1].split(" "))));
	}

	private static boolean isIn(JavaClass type, String name) {
		return PackageMatcher.of(ROOT + "." + name).matches(type.getPackageName());
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
