package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageIT {
    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return PackagedWar.load();
    }

    /** Fetches what a page's picture shows. */
    private HttpResponse<String> picture(String... headers) throws Exception {
        Matcher source = Pattern.compile("<img[^>]* src=\"([^\"]+)\"")
                .matcher(ask("GET", "c/Composition").body());
        assertThat(source.find()).isTrue();
        HttpRequest request = HttpRequest.newBuilder(base.toURI().resolve(source.group(1)))
                .headers(headers)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void page_pictureFromBesideTheComponent_isServedForEver() throws Exception {
        HttpResponse<String> picture = picture("Accept-Encoding", "identity");

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.uri().getPath()).matches(".*/assets/f/[0-9a-f]{16}/stamp\\.svg");
        assertThat(picture.body()).startsWith("<svg");
        assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(picture.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(picture.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "sandbox");
        String tag = picture.headers().firstValue("ETag").orElseThrow();
        assertThat(picture("Accept-Encoding", "identity", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void asset_leadingElsewhere_isNotFound() throws Exception {
        for (String path : List.of(
                "assets/f/0123456789abcdef/stamp.svg",
                "assets/f/stamp.svg",
                "assets/f/0123456789abcdef/Composition.hjx",
                "assets/f/0123456789abcdef/..%2F..%2FWEB-INF%2Fweb.xml",
                "assets/f/..%5C..%5CWEB-INF%5Cweb.xml")) {
            assertThat(ask("GET", path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    private HttpResponse<String> ask(String method, String path)
            throws IOException, InterruptedException, URISyntaxException {
        HttpRequest request = HttpRequest.newBuilder(base.toURI().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void page_itsScriptHasToStart_isAnsweredWhenItHas() throws Exception {
        HttpResponse<String> first = ask("GET", "c/Dashboard?key=slow");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("<hjx-component name=\"Dashboard\" key=\"slow\"")
                .endsWith("</html>\n");
        assertThat(ask("GET", "c/Dashboard?key=slow").statusCode()).isEqualTo(200);
    }

    @Test
    void page_headOfAFreshInstance_hasNoBody() throws Exception {
        HttpResponse<String> head = ask("HEAD", "c/Dashboard?key=head");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }
}
