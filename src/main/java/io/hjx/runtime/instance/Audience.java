package io.hjx.runtime.instance;

/** Who reads a publication, and so which of its keys. */
public enum Audience {
    /** Compiled layouts, in root and children: the names that they read. */
    LAYOUTS {
        @Override
        public boolean sees(Behavior behavior, String key) {
            return behavior.visible(key);
        }
    },
    /** Hand-written clients: the component's own names but for secrets; children are the layout's business. */
    NAMES {
        @Override
        public boolean sees(Behavior behavior, String key) {
            return key.indexOf('/') < 0 && !behavior.secret(key);
        }
    };

    /** True for a key, shared or local, that may be sent. */
    public abstract boolean sees(Behavior behavior, String key);
}
