package io.hjx.documentation;

import java.nio.file.Path;
import java.util.stream.Collectors;

/** The page on stores. */
public final class StorePage {

    private StorePage() {}

    /** The component of its example. */
    public static String component() {
        return example("hjx");
    }

    static String example(String language) {
        return CodeBlock.of(Path.of("docs/store.md")).stream()
                .filter(block -> block.isIn(language))
                .map(CodeBlock::text)
                .collect(Collectors.joining("\n"));
    }
}
