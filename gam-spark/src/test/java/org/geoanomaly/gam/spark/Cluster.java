package org.geoanomaly.gam.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.launcher.JavaModuleOptions;

/** A standalone cluster of separate processes on this machine: a master, and workers with one core each. */
final class Cluster implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private Cluster(Path folder, int port, Process master) {
        this.folder = folder;
        this.port = port;
        this.master = master;
    }

    static Cluster start(Path folder, int workers) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        Process master = daemon(
                folder,
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        Cluster cluster = new Cluster(folder, port, master);
        cluster.await("master.log", "New state: ALIVE");
        for (int i = 0; i < workers; i++) {
            cluster.addWorker();
        }
        return cluster;
    }

    String url() {
        return "spark://127.0.0.1:" + port;
    }

    private void addWorker() throws IOException, InterruptedException {
        String name = "worker" + workers.size();
        workers.add(daemon(
                folder,
                name,
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                "127.0.0.1",
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve(name).toString(),
                url()));
        await(name + ".log", "Successfully registered with master");
    }

    private static Process daemon(Path folder, String name, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-cp", ProgramRun.sparkHome().resolve("jars") + "/*"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(ProgramRun.environment());
        return builder.start();
    }

    private void await(String log, String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!Files.readString(folder.resolve(log)).contains(words)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        log + " never said '" + words + "': " + Files.readString(folder.resolve(log)));
            }
            Thread.sleep(50);
        }
    }

    /** Processes that work for a run, by the number that Spark gave them. */
    Map<Integer, ProcessHandle> executors() {
        Map<Integer, ProcessHandle> executors = new TreeMap<>();
        for (Process worker : workers) {
            worker.toHandle().descendants().forEach(p -> {
                int id = executorId(p.pid());
                if (id >= 0) {
                    executors.put(id, p);
                }
            });
        }
        return executors;
    }

    private static int executorId(long pid) {
        try {
            String[] words = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8)
                    .split("\0", -1);
            for (int i = 0; i + 1 < words.length; i++) {
                if (words[i].equals("--executor-id")) {
                    return Integer.parseInt(words[i + 1]);
                }
            }
        } catch (IOException e) {
            return -1; // gone meanwhile
        }
        return -1;
    }

    /** Ends a worker for good, as a power cut does: first what would care for its executors, then them. */
    int loseWorker(int index) {
        Process worker = workers.get(index);
        List<ProcessHandle> executors = worker.toHandle().descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        return executors.size();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (Process worker : workers) {
            List<ProcessHandle> executors = worker.toHandle().descendants().toList();
            worker.destroyForcibly();
            executors.forEach(ProcessHandle::destroyForcibly);
        }
        master.destroyForcibly();
    }
}
