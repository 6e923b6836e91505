package io.hjx.lang.parse;

/** Counts elements and bindings as they are met in the source. Confined to the parsing thread. */
final class Numbering {

    private int elements;
    private int sites;

    int element() {
        return elements++;
    }

    int site() {
        return sites++;
    }
}
