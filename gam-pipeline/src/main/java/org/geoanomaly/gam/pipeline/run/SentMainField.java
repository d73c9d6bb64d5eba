package org.geoanomaly.gam.pipeline.run;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import org.geoanomaly.gam.geophysics.spherical.IgrfField;
import org.geoanomaly.gam.grid.error.GamException;
import org.geoanomaly.gam.pipeline.error.DataFetchException;
import org.geoanomaly.gam.pipeline.spi.MainField;
import org.jspecify.annotations.Nullable;

/**
 * The main field for jobs: here it is found when first asked for; where it is sent to, only its file is there, in the directory of the run. It
 * is sent with magnetic data alone, so that no other run needs the file.
 */
final class SentMainField implements MainField, Serializable {
    private static final long serialVersionUID = 1;

    private final transient @Nullable MainFieldFile here;
    private final boolean needed;
    private final String directory;
    private @Nullable String file;
    private String trouble = "the main field was not sent along, since no magnetic data are in the run";
    private transient @Nullable IgrfField field;

    SentMainField(MainFieldFile here, boolean needed, Path directory) {
        this.here = here;
        this.needed = needed;
        this.directory = directory.toAbsolutePath().toString();
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        if (needed && here != null && file == null) {
            try {
                file = here.copyTo(Path.of(directory)).toString();
            } catch (GamException e) {
                trouble = String.valueOf(e.getMessage());
            }
        }
        out.defaultWriteObject();
    }

    @Override
    public synchronized IgrfField get() {
        if (here != null) {
            return here.get();
        }
        if (file == null) {
            throw new DataFetchException(trouble);
        }
        if (field == null) {
            field = MainFieldFile.read(Path.of(file));
        }
        return field;
    }
}
