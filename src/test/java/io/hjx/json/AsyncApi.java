package io.hjx.json;

import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** {@code docs/asyncapi.yaml}: the messages that it describes, and which of them a frame is. */
final class AsyncApi {

    private static final String MESSAGES = "#/components/messages/";

    private final JsonObject document;
    private final Validator validator = new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft7Dialect())
            .withJsonNodeFactory(new JakartaJsonNode.Factory())
            .createValidator();

    private AsyncApi(JsonObject document) {
        this.document = document;
        messages().forEach(name -> validator.registerSchema(address(name), schema(name)));
    }

    static AsyncApi read() {
        try (Reader reader = Files.newBufferedReader(Path.of("docs/asyncapi.yaml"))) {
            Map<String, Object> document = new Yaml().load(reader);
            return new AsyncApi(Json.createObjectBuilder(document).build());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of all messages. */
    Set<String> messages() {
        return at("/components/messages").keySet();
    }

    /** The names of the messages that a channel names. */
    List<String> inChannel(String channel) {
        return at("/channels/" + channel + "/messages").values().stream()
                .map(AsyncApi::reference)
                .toList();
    }

    /** The names of the messages of a channel that the server reads. */
    List<String> read(String channel) {
        return operation("receive", channel);
    }

    /** The names of the messages of a channel that the server writes. */
    List<String> written(String channel) {
        return operation("send", channel);
    }

    private List<String> operation(String action, String channel) {
        return at("/operations").values().stream()
                .map(JsonValue::asJsonObject)
                .filter(operation -> operation.getString("action").equals(action))
                .filter(operation ->
                        operation.getJsonObject("channel").getString("$ref").equals("#/channels/" + channel))
                .flatMap(operation -> operation.getJsonArray("messages").stream())
                .map(message -> at(message.asJsonObject().getString("$ref").substring(1)))
                .map(AsyncApi::reference)
                .toList();
    }

    private static String reference(JsonValue message) {
        return message.asJsonObject().getString("$ref").substring(MESSAGES.length());
    }

    /** Which of these messages a frame is. */
    List<String> like(List<String> messages, JsonValue frame) {
        return messages.stream()
                .filter(name -> validator.validate(address(name), frame).isValid())
                .toList();
    }

    /** The values of `type` that these messages have. */
    Stream<String> types(List<String> messages) {
        return messages.stream()
                .map(this::properties)
                .filter(named -> named.containsKey("type"))
                .flatMap(named -> {
                    JsonObject type = named.getJsonObject("type");
                    return type.containsKey("enum")
                            ? type.getJsonArray("enum").stream().map(AsyncApi::text)
                            : Stream.ofNullable(type.get("const")).map(AsyncApi::text);
                });
    }

    /** What a message's fields are called. */
    Set<String> fields(String message) {
        return properties(message).keySet();
    }

    /** The codes of errors. */
    List<String> codes() {
        return at("/components/schemas/ErrorCode").getJsonArray("examples").stream()
                .map(AsyncApi::text)
                .toList();
    }

    private JsonObject properties(String message) {
        return at("/components/messages/" + message + "/payload")
                .asJsonObject()
                .getOrDefault("properties", JsonValue.EMPTY_JSON_OBJECT)
                .asJsonObject();
    }

    private static String text(JsonValue value) {
        return ((jakarta.json.JsonString) value).getString();
    }

    private JsonObject at(String pointer) {
        JsonPointer place = Json.createPointer(pointer);
        return place.getValue(document).asJsonObject();
    }

    private JsonObject schema(String message) {
        return Json.createObjectBuilder()
                .add("components", document.get("components"))
                .add("$ref", MESSAGES + message + "/payload")
                .build();
    }

    private static URI address(String message) {
        return URI.create("urn:hjx:" + message);
    }
}
