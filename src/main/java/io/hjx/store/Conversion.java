package io.hjx.store;

/** Between Java and values, both ways. Immutable. */
record Conversion(JavaReader reader, JavaWriter writer) {

    static Conversion of(ObjectBinding binding) {
        return new Conversion(new JavaReader(binding), new JavaWriter(binding));
    }
}
