package io.hjx.benchmarks.live;

import java.util.function.IntFunction;

/** One of those that are measured: how its clients talk. Immutable. */
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
    },

    /** The message server: whoever counts says the number himself. */
    MESSAGES("") {
        @Override
        String path(String key) {
            return "/hjx/messages?source=" + key;
        }

        @Override
        IntFunction<String> keys(String key) {
            return member -> key + "-" + member;
        }

        @Override
        String[] greeting(String key) {
            return new String[0];
        }

        @Override
        long count(byte[] bytes, int from, int to) {
            return Frames.find(bytes, from, to, "\"welcome\"") >= 0 ? 0 : super.count(bytes, from, to);
        }

        @Override
        boolean isAnswer(byte[] bytes, int from, int to, String event) {
            return Frames.find(bytes, from, to, "\"replyTo\"") >= 0;
        }

        @Override
        String event(int member, long id) {
            return message("count", id);
        }

        @Override
        String request(int member, long id) {
            return message("echo", id);
        }

        private static String message(String type, long id) {
            return "{\"type\":\"" + type + "\",\"payload\":{\"n\":" + id + "},\"id\":" + id + "}";
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

    /** Where each client of a crowd is that shares a number, by the client's own number. */
    IntFunction<String> keys(String key) {
        return member -> key;
    }

    /** What a client says first. Then the number comes. */
    abstract String[] greeting(String key);

    /** An event that counts one up. */
    abstract String event(int member, long id);

    /** Something that the server answers to its sender. */
    String request(int member, long id) {
        return event(member, id);
    }

    /** The number that a frame says; -1 where it says none. */
    long count(byte[] bytes, int from, int to) {
        return Frames.count(bytes, from, to);
    }

    /** Whether a frame answers a client's only event under way. */
    abstract boolean isAnswer(byte[] bytes, int from, int to, String event);
}
