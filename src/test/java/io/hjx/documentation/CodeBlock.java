package io.hjx.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fenced block of a page. Immutable.
 *
 * @param line where its fence stands, from 1
 * @param info the words behind the opening fence; none where there are none
 */
record CodeBlock(Path page, int line, List<String> info, String text) {

    private static final String FENCE = "```";

    /** The blocks of a page, in the order in which they stand. */
    static List<CodeBlock> of(Path page) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = lines(page);
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean fence = lines.get(i).startsWith(FENCE);
            if (fence && open >= 0) {
                blocks.add(of(page, open, lines.subList(open, i)));
            }
            if (fence) {
                open = open < 0 ? i : -1;
            }
        }
        return blocks;
    }

    private static CodeBlock of(Path page, int open, List<String> lines) {
        String[] info = lines.get(0).substring(FENCE.length()).strip().split("\\s+");
        String text = lines.stream().skip(1).map(line -> line + "\n").collect(Collectors.joining());
        return new CodeBlock(page, open + 1, Arrays.asList(info), text);
    }

    boolean isIn(String language) {
        return info.get(0).equals(language);
    }

    /** The words behind one of them, or none. */
    List<String> behind(String word) {
        int index = info.indexOf(word);
        return index < 0 ? List.of() : info.subList(index + 1, info.size());
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return page + ":" + line;
    }
}
