package io.hjx.json;

import io.hjx.runtime.protocol.Dialect;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A file of example frames; its README tells the format. */
record Transcript(List<Line> lines) {

    record Line(JsonObject json) {

        String name() {
            return json.getString("name");
        }

        Dialect dialect() {
            return switch (json.getString("dialect")) {
                case "plain" -> Dialect.PLAIN;
                case "plain-root" -> Dialect.PLAIN_ROOT;
                case "v1" -> Dialect.V1;
                default -> throw new IllegalArgumentException(json.toString());
            };
        }

        boolean fromClient() {
            return json.getString("from").equals("client");
        }

        String frame() {
            return json.containsKey("text")
                    ? json.getString("text")
                    : json.get("message").toString();
        }

        boolean exact() {
            return json.containsKey("text");
        }

        String refused() {
            return json.getString("refused");
        }

        @Override
        public String toString() {
            return json.getString("dialect") + ": " + name();
        }
    }

    static Transcript read(String file) {
        try (InputStream in = Transcript.class.getResourceAsStream("/protocol/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Transcript(text.lines()
                    .map(line -> new Line(json(line).asJsonObject()))
                    .toList());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
