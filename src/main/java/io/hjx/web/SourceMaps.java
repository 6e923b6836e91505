package io.hjx.web;

/** Whether browsers learn from which lines of which files a module was made. */
public enum SourceMaps {
    /** While developing: debuggers show the components' files. */
    SERVED,
    /** Sources are nobody's business. */
    LEFT_OUT
}
