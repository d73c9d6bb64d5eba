package org.geoanomaly.gam.pipeline.keep;

import org.geoanomaly.gam.pipeline.cache.HdfArrays;
import org.geoanomaly.gam.pipeline.store.JsonProduct;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;

/**
 * A product as an array file and back, bit for bit.
 *
 * @param <P> the product
 */
public interface ProductCodec<P> {
    /** The product as arrays. */
    HdfArrays.Builder encode(P product);

    /**
     * The product of an array file.
     *
     * @throws org.geoanomaly.gam.grid.error.GamException if it is of another kind
     */
    P decode(HdfArrays arrays);

    /** The head of an array file: a record as JSON. */
    static String header(Object head) {
        return JsonProduct.mapper().writeValueAsString(head);
    }

    /** Reads what {@link #header} wrote. */
    static <H> H head(HdfArrays arrays, Class<H> type) {
        try {
            H head = JsonProduct.mapper()
                    .readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .readValue(arrays.header());
            if (head == null) {
                throw new StaleProductException("its head is empty");
            }
            return head;
        } catch (JacksonException e) {
            throw new StaleProductException("its head is not as expected: " + e.getOriginalMessage());
        }
    }
}
