package io.hjx.benchmarks.live;

import java.io.IOException;

/** Something that is measured of one side in one round, after a warm-up of its own. */
interface Scenario {

    /** What it is called in the report, with the unit. */
    String name();

    /** Measures once; {@code key} is an instance that nobody has used. */
    double measure(LoadClient client, Side side, String key) throws IOException;
}
