package io.hjx.benchmarks.live;

/** One of the two that are measured: how their clients talk. Immutable. */
enum Side {
    /** The least possible endpoint: it says its number, and answers whatever comes by a frame to everybody. */
    FLOOR("") {
        @Override
        String path(String key) {
            return "/floor/floor/" + key;
        }

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
    HJX("hjx.v1") {
        @Override
        String path(String key) {
            return "/hjx/hjx";
        }

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

    private final String protocol;

    Side(String protocol) {
        this.protocol = protocol;
    }

    String protocol() {
        return protocol;
    }

    /** Where the number of that name is. */
    abstract String path(String key);

    /** What a client says first. Then the number comes. */
    abstract String[] greeting(String key);

    /** An event that counts one up. */
    abstract String event(int member, long id);

    /** Whether a frame answers a client's only event under way. */
    abstract boolean isAnswer(byte[] bytes, int from, int to, String event);
}
