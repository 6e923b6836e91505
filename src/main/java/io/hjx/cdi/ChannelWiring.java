package io.hjx.cdi;

import io.hjx.api.Channel;
import io.hjx.channels.ChannelPaths;
import io.hjx.channels.ChannelPaths.NamedChannel;
import io.hjx.channels.LiveChannels;
import io.hjx.channels.Ports;
import io.hjx.embedded.Program;
import io.hjx.example.ChatRoom;
import io.hjx.web.Examples;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Finds the application's channels and makes what serves them. Stateless. */
@ApplicationScoped
public class ChannelWiring {

    /** The channels that there are. */
    record Found(ChannelPaths paths, boolean chatExample) {}

    @Produces
    @Singleton
    Found channels(@Any Instance<Channel> beans, Program program, Settings settings) {
        List<NamedChannel> channels = new ArrayList<>();
        for (Instance.Handle<Channel> bean : beans.handles()) {
            channels.add(new NamedChannel(bean.getBean().getBeanClass().getName(), bean.get()));
        }
        program.channels()
                .forEach(channel ->
                        channels.add(new NamedChannel(channel.getClass().getName(), channel)));
        boolean example = settings.chatExample()
                && channels.stream()
                        .noneMatch(named -> ChatRoom.PATH.equals(named.channel().path()))
                && !ChatRoom.PATH.equals(settings.messages().path());
        if (example) {
            channels.add(new NamedChannel(ChatRoom.class.getName(), new ChatRoom()));
        }
        try {
            return new Found(ChannelPaths.of(channels, settings.messages().path()::equals), example);
        } catch (IllegalStateException wrong) {
            // The server tells of its own failure at length; the reason stands alone, too
            System.getLogger(ChannelWiring.class.getName()).log(System.Logger.Level.ERROR, wrong.getMessage());
            program.refused(String.valueOf(wrong.getMessage()));
            throw wrong;
        }
    }

    @Produces
    @Singleton
    LiveChannels live(
            Found found,
            Settings settings,
            SystemTicker ticker,
            Workers workers,
            MessageWiring.HandlerThreads handlers,
            RequestScope requests) {
        return new LiveChannels(
                found.paths(),
                settings.live().traffic(),
                new Ports(ticker, workers, task -> handlers.workers().execute(() -> requests.run(task))));
    }

    @Produces
    @Singleton
    Examples examples(Found found) {
        return new Examples(found.chatExample());
    }
}
