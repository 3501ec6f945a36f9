package io.github.crispspring;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rooms of the house, and which may know which.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.crispspring";

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages(ROOT);

	@Test
	void packagesFormNoCycle() {
		SlicesRuleDefinition.slices().matching("(io.github.crispspring..)").should().beFreeOfCycles().check(classes);
	}

	@ParameterizedTest(name = "{0} knows {1}")
	@CsvSource(delimiter = '|', textBlock = """
			json                            |
			conversation                    |
			message                         | json
			client                          | json
			client.website.conversation     | client conversation message
			client.website                  | client client.website.conversation
			client.plugin                   | client
			event                           | json conversation message
			listener                        | event message client.website.conversation
			webhook                         | json event listener
			rtm                             | json event listener client client.plugin
			""")
	void roomKnowsOnlyWhatItMay(String room, String mayKnow) {
		String[] known = (mayKnow != null) ? mayKnow.trim().split(" ") : new String[0];
		noClasses().that()
			.resideInAPackage(ROOT + "." + room)
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("are in another room",
					(type) -> type.getPackageName().startsWith(ROOT) && !type.getPackageName().equals(ROOT + "." + room)
							&& Arrays.stream(known).noneMatch((it) -> type.getPackageName().equals(ROOT + "." + it))))
			.check(classes);
	}

	@Test
	void onlyAutoConfigurationKnowsSpringBoot() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(classes);
	}

}
