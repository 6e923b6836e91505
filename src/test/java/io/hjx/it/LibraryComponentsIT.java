package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Components of a jar in {@code WEB-INF/lib} of the packaged WAR. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LibraryComponentsIT {
    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        JavaArchive library = ShrinkWrap.create(JavaArchive.class, "acme-ui.jar")
                .addClass(BadgeBean.class)
                .addAsManifestResource(new StringAsset("""
                                component Badge
                                state:
                                  made = ""
                                layout:
                                  p.badge:
                                    text: "of a jar {{made}}"
                                    img (src="./star.svg", alt="")
                                """), "hjx/acme/Badge.hjx")
                .addAsManifestResource(new StringAsset("<svg xmlns='star'/>"), "hjx/acme/star.svg")
                .addAsManifestResource(
                        new StringAsset("component Counter\nlayout:\n  p: \"the jar's\"\n"), "hjx/acme/Counter.hjx");
        return PackagedWar.load()
                .addAsLibrary(library)
                .addAsWebInfResource(
                        new StringAsset(
                                "component Home\nimports:\n  Badge from \"./acme/Badge.hjx\"\nlayout:\n  Badge\n"),
                        "components/Home.hjx");
    }

    @Test
    void page_componentOfAJar_isShownWithItsPicture() throws Exception {
        assertThat(fetch("c/Badge").body()).contains("of a jar by its bean");

        String home = fetch("c/Home").body();
        assertThat(home).contains("of a jar");
        Matcher picture = Pattern.compile("<img[^>]* src=\"([^\"]+)\"").matcher(home);
        assertThat(picture.find()).isTrue();
        assertThat(fetch(picture.group(1)).body()).isEqualTo("<svg xmlns='star'/>");
    }

    @Test
    void page_nameThatTheApplicationHas_isTheApplications() throws Exception {
        assertThat(fetch("c/Counter").body()).contains("Increment").doesNotContain("the jar's");
    }

    private HttpResponse<String> fetch(String path) throws Exception {
        URI address = base.toURI().resolve(path);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }
}
