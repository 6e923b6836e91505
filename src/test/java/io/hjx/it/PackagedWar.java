package io.hjx.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that Maven packaged, for {@code @Deployment} methods: integration tests deploy what ships. */
public final class PackagedWar {
    private PackagedWar() {}

    /** Reads {@code target/hjx.war}, or the file that the system property {@code hjx.war} names. */
    public static WebArchive load() {
        File file = new File(System.getProperty("hjx.war", "target/hjx.war"));
        return ShrinkWrap.create(ZipImporter.class, "hjx.war").importFrom(file).as(WebArchive.class);
    }
}
