import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks the files of a release as Maven Central does, and what this project promises in
 * addition. The arguments are the folder of the files and that of the project. Each
 * problem is printed; the exit code is 1 if there is one.
 */
class ReleaseCheck {

	private static final String GROUP = "io.github.crispspring";

	private static final String BOM = "crisp-spring-boot-bom";

	private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256",
			"sha512", "SHA-512");

	private final List<String> problems = new ArrayList<>();

	private final Map<String, Path> automaticModules = new HashMap<>();

	private final Path group;

	private final Path project;

	private final Set<String> modules = new TreeSet<>();

	ReleaseCheck(Path release, Path project) {
		this.group = release.resolve(GROUP.replace('.', '/'));
		this.project = project;
	}

	public static void main(String[] args) throws Exception {
		ReleaseCheck check = new ReleaseCheck(Path.of(args[0]), Path.of(args[1]));
		check.run();
		check.problems.forEach(System.out::println);
		System.exit(check.problems.isEmpty() ? 0 : 1);
	}

	private void run() throws Exception {
		for (Path pom : list(this.project, "*/pom.xml")) {
			String module = name(pom.getParent());
			if (text(child(parse(pom), "properties"), "unpublished").equals("false")) {
				this.modules.add(module);
			}
			else {
				check(!module.startsWith("crisp-spring-boot-"), pom, "The module does not set 'unpublished' to false");
			}
		}
		Set<String> released = new TreeSet<>(list(this.group, "*").stream().map(ReleaseCheck::name).toList());
		if (!released.equals(this.modules)) {
			this.problems.add("The published modules are " + this.modules + ", but the release contains " + released);
		}
		for (String artifact : released) {
			List<Path> versions = list(this.group.resolve(artifact), "*");
			if (versions.size() != 1 || name(versions.get(0)).endsWith("-SNAPSHOT")) {
				this.problems.add(artifact + ": expected one version that is not a snapshot, but found " + versions);
				continue;
			}
			checkArtifact(versions.get(0), artifact, name(versions.get(0)));
		}
	}

	private void checkArtifact(Path folder, String artifact, String version) throws Exception {
		String prefix = artifact + "-" + version;
		Path pom = folder.resolve(prefix + ".pom");
		Path sbom = folder.resolve(prefix + "-cyclonedx.json");
		List<Path> required = new ArrayList<>(List.of(pom, sbom));
		if (!artifact.equals(BOM)) {
			for (String suffix : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
				required.add(folder.resolve(prefix + suffix));
			}
		}
		for (Path file : required) {
			if (!Files.exists(file)) {
				this.problems.add(file + " is missing");
			}
		}
		for (Path file : list(folder, "*")) {
			if (!name(file).matches(".*\\.(asc|md5|sha1|sha256|sha512)")) {
				checkSignature(file);
				checkChecksums(file);
			}
			if (name(file).endsWith(".jar")) {
				checkArchive(file);
			}
		}
		if (Files.exists(pom)) {
			checkPom(pom, parse(pom), artifact, version);
			if (Files.exists(sbom)) {
				checkSbom(sbom, parse(pom), "pkg:maven/" + GROUP + "/" + artifact + "@" + version);
			}
		}
		if (Files.exists(folder.resolve(prefix + ".jar"))) {
			checkModuleName(folder.resolve(prefix + ".jar"));
			checkApi(folder.resolve(prefix + ".jar"), this.project.resolve("src/api/" + artifact + ".txt"));
		}
	}

	private void checkPom(Path file, Element pom, String artifact, String version) throws Exception {
		check(text(pom, "groupId").equals(GROUP) && text(pom, "artifactId").equals(artifact)
				&& text(pom, "version").equals(version), file, "The POM has other coordinates");
		for (List<String> path : List.of(List.of("name"), List.of("description"), List.of("url"),
				List.of("licenses", "license", "name"), List.of("licenses", "license", "url"),
				List.of("developers", "developer", "name"), List.of("scm", "url"), List.of("scm", "connection"),
				List.of("scm", "developerConnection"))) {
			Element element = pom;
			for (String name : path) {
				element = child(element, name);
			}
			check(element != null && !element.getTextContent().isBlank(), file,
					"The POM has no <" + path.get(0) + ">, of which Maven Central requires " + path);
		}
		for (String element : List.of("parent", "repositories", "pluginRepositories", "profiles", "build")) {
			check(child(pom, element) == null, file, "The POM has a " + element);
		}
		checkDependencies(file, children(child(pom, "dependencies"), "dependency"), version);
		if (artifact.equals(BOM)) {
			List<Element> managed = children(child(child(pom, "dependencyManagement"), "dependencies"), "dependency");
			checkDependencies(file, managed, version);
			for (String module : this.modules) {
				check(module.equals(BOM)
						|| managed.stream().anyMatch((dependency) -> text(dependency, "artifactId").equals(module)),
						file, "the BOM does not list " + module);
			}
		}
		else {
			check(child(pom, "dependencyManagement") == null, file, "The POM has a dependencyManagement");
		}
	}

	private void checkDependencies(Path pom, List<Element> dependencies, String version) {
		for (Element dependency : dependencies) {
			String coordinates = text(dependency, "groupId") + ":" + text(dependency, "artifactId");
			String required = text(dependency, "version").replace("${project.version}", version);
			if (text(dependency, "groupId").equals(GROUP)) {
				check(this.modules.contains(text(dependency, "artifactId")), pom,
						"The POM depends on a module that is not published: " + coordinates);
				check(required.equals(version), pom, "The POM requires another version of " + coordinates);
			}
			check(!required.isEmpty() && !required.contains("${") && !required.endsWith("-SNAPSHOT"), pom,
					"The POM requires no released version of " + coordinates);
			check(text(dependency, "scope").matches("(compile|runtime)?"), pom,
					"The POM has a dependency of scope " + text(dependency, "scope") + ": " + coordinates);
		}
	}

	private void checkSbom(Path sbom, Element pom, String self) throws IOException {
		String content = Files.readString(sbom);
		check(content.contains("\"CycloneDX\"") && content.contains(self), sbom, "The SBOM is not that of the artifact");
		for (Element dependency : children(child(pom, "dependencies"), "dependency")) {
			String purl = "pkg:maven/" + text(dependency, "groupId") + "/" + text(dependency, "artifactId") + "@"
					+ text(dependency, "version");
			check(content.contains(purl), sbom, "The SBOM does not list " + purl);
		}
	}

	private void checkArchive(Path file) throws IOException {
		try (JarFile archive = new JarFile(file.toFile())) {
			ZipEntry license = archive.getEntry("META-INF/LICENSE");
			check(license != null, file, "The archive has no META-INF/LICENSE");
			check(license == null || new String(archive.getInputStream(license).readAllBytes())
				.equals(Files.readString(this.project.resolve("LICENSE"))), file, "The archive has another license");
		}
	}

	private void checkModuleName(Path jar) {
		try {
			Set<String> names = new TreeSet<>();
			ModuleFinder.of(jar).findAll().forEach((module) -> names.add(module.descriptor().name()));
			try (JarFile archive = new JarFile(jar.toFile())) {
				String declared = (archive.getManifest() != null)
						? archive.getManifest().getMainAttributes().getValue("Automatic-Module-Name") : null;
				check(declared != null && names.contains(declared), jar, "The archive has no valid Automatic-Module-Name");
				if (declared != null) {
					Path other = this.automaticModules.putIfAbsent(declared, jar);
					check(other == null, jar, "The same Automatic-Module-Name '" + declared + "' as that of " + other);
				}
			}
		}
		catch (FindException | IOException ex) {
			this.problems.add(jar + ": The archive has no valid Automatic-Module-Name: " + ex.getMessage());
		}
	}

	private void checkApi(Path jar, Path listing) throws IOException {
		try (JarFile archive = new JarFile(jar.toFile())) {
			check(Files.exists(listing) || archive.stream().noneMatch((entry) -> entry.getName().endsWith(".class")), jar,
					"The archive has classes, but no listing of its API in " + listing);
		}
	}

	private void checkSignature(Path file) throws IOException, InterruptedException {
		Path signature = Path.of(file + ".asc");
		if (!Files.exists(signature)) {
			this.problems.add(signature + " is missing");
			return;
		}
		Process gpg = new ProcessBuilder("gpg", "--batch", "--verify", signature.toString(), file.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		check(gpg.waitFor() == 0, file, "The signature of the file is wrong");
	}

	private void checkChecksums(Path file) throws IOException, NoSuchAlgorithmException {
		for (Map.Entry<String, String> algorithm : CHECKSUMS.entrySet()) {
			Path checksum = Path.of(file + "." + algorithm.getKey());
			if (!Files.exists(checksum)) {
				this.problems.add(checksum + " is missing");
				continue;
			}
			String expected = HexFormat.of()
				.formatHex(MessageDigest.getInstance(algorithm.getValue()).digest(Files.readAllBytes(file)));
			if (!Files.readString(checksum).strip().equals(expected)) {
				this.problems.add(checksum + " is wrong");
			}
		}
	}

	private void check(boolean condition, Path file, String problem) {
		if (!condition) {
			this.problems.add(file + ": " + problem);
		}
	}

	private static Element parse(Path file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
	}

	private static String text(Element parent, String name) {
		Element child = child(parent, name);
		return (child != null) ? child.getTextContent().strip() : "";
	}

	private static Element child(Element parent, String name) {
		return children(parent, name).stream().findFirst().orElse(null);
	}

	private static List<Element> children(Element parent, String name) {
		List<Element> children = new ArrayList<>();
		for (Node node = (parent != null) ? parent.getFirstChild() : null; node != null; node = node.getNextSibling()) {
			if (node instanceof Element element && element.getTagName().equals(name)) {
				children.add(element);
			}
		}
		return children;
	}

	private static String name(Path file) {
		return file.getFileName().toString();
	}

	private static List<Path> list(Path folder, String pattern) throws IOException {
		try (Stream<Path> files = Files.walk(folder, pattern.contains("/") ? 2 : 1)) {
			return files.filter((file) -> !file.equals(folder))
				.filter((file) -> file.getFileSystem()
					.getPathMatcher("glob:" + pattern)
					.matches(folder.relativize(file)))
				.sorted()
				.toList();
		}
	}

}
