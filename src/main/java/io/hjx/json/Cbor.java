package io.hjx.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORReadFeature;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

/** The application's one CBOR codec. Thread-safe; made when somebody speaks CBOR for the first time. */
final class Cbor {

    /** The most buffers kept for the next message. */
    private static final int MOST_BUFFERS = 32;

    /** The longest name and text: no frame is longer. */
    private static final int LONGEST = 1 << 20;

    static final TokenStreamFactory FACTORY = CBORFactory.builder()
            // The standard pool is one of threads, which are the server's and outlive the application
            .recyclerPool(JsonRecyclerPools.newBoundedPool(MOST_BUFFERS))
            // Names are the client's choice: none is remembered
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(FrameBounds.DEEPEST + 1)
                    .maxNameLength(LONGEST)
                    .maxStringLength(LONGEST)
                    .build())
            // Else they are null and a number
            .enable(CBORReadFeature.READ_UNDEFINED_AS_EMBEDDED_OBJECT)
            .enable(CBORReadFeature.READ_SIMPLE_VALUE_AS_EMBEDDED_OBJECT)
            // Four bytes where they say the same as eight
            .enable(CBORWriteFeature.WRITE_MINIMAL_DOUBLES)
            // Half a pair of surrogates, which JSON can escape, is U+FFFD
            .enable(CBORWriteFeature.LENIENT_UTF_ENCODING)
            .build();

    private Cbor() {}
}
