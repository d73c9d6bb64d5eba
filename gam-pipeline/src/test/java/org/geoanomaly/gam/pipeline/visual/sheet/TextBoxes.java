package org.geoanomaly.gam.pipeline.visual.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Where the texts of a figure are. */
public final class TextBoxes {
    private TextBoxes() {}

    /** No text leaves the sheet or touches another one. */
    public static void requireApart(Plate plate) {
        Sheet sheet = plate.sheet();
        requireApart(plate.name(), new Rectangle2D.Double(0, 0, Sheet.WIDTH, sheet.height()), sheet.texts());
    }

    /** The same of texts on any page. */
    public static void requireApart(String name, Rectangle2D page, List<Sheet.Placed> texts) {
        assertThat(texts).as(name).isNotEmpty();
        for (int i = 0; i < texts.size(); i++) {
            Sheet.Placed text = texts.get(i);
            assertThat(page.contains(text.box()))
                    .as("%s: %s on its page", name, text)
                    .isTrue();
            for (Sheet.Placed other : texts.subList(0, i)) {
                assertThat(text.box().intersects(other.box()))
                        .as("%s: %s touches %s", name, text, other)
                        .isFalse();
            }
        }
    }
}
