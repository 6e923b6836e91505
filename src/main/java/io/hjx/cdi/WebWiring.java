package io.hjx.cdi;

import io.hjx.api.Hjx;
import io.hjx.registry.ComponentRegistry;
import io.hjx.runtime.LiveRuntime;
import io.hjx.runtime.spi.Authorizer;
import io.hjx.security.RequestPrincipals;
import io.hjx.web.Assets;
import io.hjx.web.FirstLook;
import io.hjx.web.PageResponse;
import io.hjx.web.Pages;
import io.hjx.web.Readiness;
import io.hjx.web.RuntimeFiles;
import io.hjx.web.SourceMaps;
import io.hjx.web.Visitors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Makes what the servlets ask. Stateless. */
@ApplicationScoped
public class WebWiring {

    @Produces
    @Singleton
    Assets assets(Lifecycle lifecycle, ComponentRegistry registry, Settings settings) throws IOException {
        RuntimeFiles runtime = RuntimeFiles.load(lifecycle.application(), settings.development());
        SourceMaps maps = settings.development() ? SourceMaps.SERVED : SourceMaps.LEFT_OUT;
        return new Assets(runtime, registry::version, registry::file, maps);
    }

    @Produces
    @Singleton
    FirstLook firstLook(LiveRuntime runtime, ComponentRegistry registry) {
        return new LiveFirstLook(runtime, registry);
    }

    @Produces
    @Singleton
    Pages pages(
            ComponentRegistry registry,
            FirstLook firstLook,
            Authorizer authorizer,
            Settings settings,
            Lifecycle lifecycle,
            Assets assets) {
        return new Pages(
                registry,
                firstLook,
                authorizer,
                settings.web(),
                lifecycle.application().getContextPath(),
                assets);
    }

    /** Also for pages in Jakarta Pages and Faces, as {@code hjx}. CDI gives in a proxy of the present request. */
    @Produces
    @Singleton
    @Named("hjx")
    Hjx embedded(Pages pages, Visitors visitors, HttpServletRequest request) {
        return pages.embedded(visitors, request);
    }

    @Produces
    @Singleton
    PageResponse pageResponse(Settings settings, SystemTicker ticker) {
        return new PageResponse(settings.web(), ticker);
    }

    @Produces
    @Singleton
    Visitors visitors(RequestPrincipals principals, ComponentRegistry registry) {
        return new Visitors(principals, registry);
    }

    @Produces
    @Singleton
    Readiness readiness(Lifecycle lifecycle) {
        return lifecycle::isReady;
    }
}
