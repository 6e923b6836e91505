package io.hjx.benchmarks.browser;

/** A benchmark that runs in rounds. */
interface InBrowser {

    /** One round, counted from 0: everything once. */
    void round(int number);

    /** What came out so far, as text. */
    String report();
}
