package io.hjx.benchmarks.live;

/** One of the two that are measured: how their clients talk. Immutable. */
enum Side {
    /** The least possible endpoint: it answers whatever comes by a frame to everybody. */
    FLOOR("/floor/floor", "") {
        @Override
        String[] greeting(String key) {
            return new String[0];
        }

        @Override
        boolean isAnswer(byte[] bytes, int from, int to, String event) {
            return Frames.find(bytes, from, to, "\"of\":\"" + event + "\"") >= 0;
        }

        @Override
        String event(int member, long id) {
            return member + ":" + id;
        }
    },

    /** A component of one number, and a handler that counts. */
    HJX("/hjx/hjx", "hjx.v1") {
        @Override
        String[] greeting(String key) {
            return new String[] {
                "{\"type\":\"hello\"}",
                "{\"type\":\"subscribe\",\"sub\":1,\"component\":\"Tally\",\"key\":\"" + key + "\"}"
            };
        }

        @Override
        boolean isAnswer(byte[] bytes, int from, int to, String event) {
            return Frames.find(bytes, from, to, "\"ack") >= 0;
        }

        @Override
        String event(int member, long id) {
            return "{\"type\":\"event\",\"sub\":1,\"id\":" + id + ",\"handler\":\"add\"}";
        }
    };

    private final String path;
    private final String protocol;

    Side(String path, String protocol) {
        this.path = path;
        this.protocol = protocol;
    }

    String path() {
        return path;
    }

    String protocol() {
        return protocol;
    }

    /** What a client says first; where that is something, it is answered by the state. */
    abstract String[] greeting(String key);

    /** An event that counts one up. */
    abstract String event(int member, long id);

    /** Whether a frame answers a client's only event under way. */
    abstract boolean isAnswer(byte[] bytes, int from, int to, String event);
}
