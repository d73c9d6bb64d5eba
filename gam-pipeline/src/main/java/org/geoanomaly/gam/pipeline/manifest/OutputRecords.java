package org.geoanomaly.gam.pipeline.manifest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.geoanomaly.gam.pipeline.error.OutputException;

/** Lists of products, made for some tiles each, merged by path: whoever makes tiles lists them, and nobody reads them all again. */
public final class OutputRecords {
    private OutputRecords() {}

    /** A sorted part and how far it has been taken. */
    private static final class Cursor {
        private final List<OutputRecord> records;
        private int next;

        Cursor(List<OutputRecord> part) {
            this.records = part.stream()
                    .sorted(Comparator.comparing(OutputRecord::path))
                    .toList();
        }

        OutputRecord head() {
            return records.get(next);
        }
    }

    /**
     * All records in the order of their paths. The result depends neither on the order of the parts nor on how the records are shared among
     * them. A record that is there several times, as after a task that was done twice, is taken once.
     *
     * @throws OutputException if two records of one path differ
     */
    public static List<OutputRecord> merge(List<List<OutputRecord>> parts) {
        PriorityQueue<Cursor> queue =
                new PriorityQueue<>(Comparator.comparing((Cursor c) -> c.head().path()));
        for (List<OutputRecord> part : parts) {
            if (!part.isEmpty()) {
                queue.add(new Cursor(part));
            }
        }
        List<OutputRecord> merged = new ArrayList<>();
        while (!queue.isEmpty()) {
            Cursor cursor = queue.remove();
            add(merged, cursor.head());
            cursor.next++;
            if (cursor.next < cursor.records.size()) {
                queue.add(cursor);
            }
        }
        return List.copyOf(merged);
    }

    private static void add(List<OutputRecord> merged, OutputRecord record) {
        OutputRecord last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last == null || !last.path().equals(record.path())) {
            merged.add(record);
        } else if (!last.equals(record)) {
            throw new OutputException(
                    "two parts of the manifest disagree about " + record.path() + ": " + last.sha256() + " and "
                            + record.sha256(),
                    "run again; if it stays, run with --fresh",
                    null);
        }
    }
}
