package io.hjx.handlers;

/** A bean that nobody stands in front of. */
record PlainBean(Object instance) implements ComponentBean {

    @Override
    public Class<?> type() {
        return instance.getClass();
    }

    @Override
    public Reference open() {
        return new Reference() {
            @Override
            public Object instance() {
                return instance;
            }

            @Override
            public void close() {
                // It stays
            }
        };
    }
}
