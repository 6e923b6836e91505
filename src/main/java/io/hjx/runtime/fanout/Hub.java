package io.hjx.runtime.fanout;

import io.hjx.runtime.instance.Environment;
import io.hjx.runtime.instance.Instances;
import io.hjx.runtime.spi.FrameEncoder;

/** What all clients share. Immutable; the parts are thread-safe. */
public record Hub(
        Environment environment,
        Instances instances,
        Admission admission,
        FrameEncoder encoder,
        Resumptions resumptions,
        UserRates userRates) {}
