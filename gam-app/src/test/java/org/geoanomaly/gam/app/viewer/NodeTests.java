package org.geoanomaly.gam.app.viewer;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Tests that are written for Node's own runner, as tests of this one. Node runs each file once. */
public final class NodeTests {
    private static final long PATIENCE_MINUTES = 8;
    private static final Path FOLDER =
            Path.of(System.getProperty("gam.root", ".."), "gam-pipeline", "src", "test", "node");

    private NodeTests() {}

    /** Fails where everything is to be installed, else skips. */
    public static void assumeInstalled() {
        Path browser = Path.of(System.getenv().getOrDefault("GAM_CHROMIUM", "/usr/bin/chromium"));
        boolean installed =
                Files.isExecutable(browser) && Files.isDirectory(FOLDER.resolve("node_modules/playwright-core"));
        if (!installed && "true".equals(System.getenv("CI"))) {
            fail("%s or the packages of %s are not installed", browser, FOLDER);
        }
        Assumptions.assumeTrue(installed, "no " + browser + ", or no 'npm ci' in " + FOLDER);
    }

    /** Whether Firefox can be tested; where everything is to be installed it must be. */
    public static boolean firefox() {
        boolean there = Files.isExecutable(Path.of("/usr/bin/firefox-esr"));
        if (!there && "true".equals(System.getenv("CI"))) {
            fail("firefox-esr is not installed");
        }
        return there;
    }

    /** Runs a file of tests; its pictures go to target/screenshots. */
    public static Stream<DynamicTest> run(String file, Map<String, String> environment, Path scratch)
            throws IOException, InterruptedException {
        Path results = scratch.resolve(file + ".xml");
        Path log = scratch.resolve(file + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        "node",
                        "--test-reporter=junit",
                        "--test-reporter-destination=" + results,
                        FOLDER.resolve(file).toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TMPDIR", scratch.toString());
        builder.environment()
                .put(
                        "GAM_SCREENSHOTS",
                        Path.of("target", "screenshots").toAbsolutePath().toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            fail("%s did not finish: %s", file, Files.readString(log));
        }
        List<DynamicTest> tests = Files.size(results) == 0 ? List.of() : tests(results);
        if (tests.isEmpty()) {
            fail("%s ran no test: %s", file, Files.readString(log));
        }
        System.out.print(Files.readString(log));
        return tests.stream();
    }

    private static List<DynamicTest> tests(Path results) throws IOException {
        NodeList cases;
        try {
            cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(results.toFile())
                    .getElementsByTagName("testcase");
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(results + " is no report of tests", e);
        }
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element one = (Element) cases.item(i);
            String seconds = one.getAttribute("time");
            String name = one.getAttribute("name") + " (" + seconds.substring(0, Math.min(5, seconds.length())) + " s)";
            tests.add(DynamicTest.dynamicTest(name, () -> outcome(one)));
        }
        return tests;
    }

    private static void outcome(Element one) {
        NodeList failures = one.getElementsByTagName("failure");
        if (failures.getLength() > 0) {
            fail(failures.item(0).getTextContent());
        }
        Assumptions.assumeTrue(one.getElementsByTagName("skipped").getLength() == 0, "skipped");
    }
}
