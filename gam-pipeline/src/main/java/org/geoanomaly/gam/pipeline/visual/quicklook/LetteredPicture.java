package org.geoanomaly.gam.pipeline.visual.quicklook;

import java.util.List;

/** A PNG picture and the texts on it. Immutable as long as nobody writes into the bytes. */
public final class LetteredPicture {
    private final byte[] png;
    private final List<PictureText.Placed> texts;

    public LetteredPicture(byte[] png, List<PictureText.Placed> texts) {
        this.png = png;
        this.texts = List.copyOf(texts);
    }

    public byte[] png() {
        return png;
    }

    /** In the order of writing. */
    public List<PictureText.Placed> texts() {
        return texts;
    }
}
