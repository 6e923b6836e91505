package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.Crowd;
import io.hjx.test.ProxiedNetwork;
import io.hjx.test.SocketStage;
import io.hjx.test.User;
import io.hjx.test.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same as {@code ConvergenceTest} for a minute of real time: a real server that is killed, real sockets that break
 * where it hurts. {@code -Dseed=7} chooses what goes wrong, as far as real time leaves that to a seed;
 * {@code -Dseconds=600} lets it take longer.
 */
class SocketConvergenceIT {

    private static final System.Logger LOG = System.getLogger(SocketConvergenceIT.class.getName());
    private static final int ROUNDS = 3;
    private static final int USERS_EACH = 10;

    private final long seed = Long.getLong("seed", System.nanoTime() & 0xFFFF);
    private final Random random = new Random(seed);
    private final Map<User, Duration> troubledUntil = new LinkedHashMap<>();
    private final List<Board> boards = new ArrayList<>();

    /** One instance, and who uses it. */
    private record Board(Crowd crowd, Witness witness) {}

    @Test
    void turmoil_aMinute_allConverge(@TempDir Path folder) throws Exception {
        LOG.log(System.Logger.Level.INFO, "-Dseed=" + seed);
        Duration span = Duration.ofSeconds(Integer.getInteger("seconds", 60)).dividedBy(ROUNDS);
        String history = "hjx.history=" + (1 << random.nextInt(9));
        Path components = Path.of("src/test/resources/turmoil");
        try (SocketStage stage =
                new SocketStage(seed, folder, components, history, "hjx.heartbeat=3s", "hjx.sendTimeout=3s")) {
            open(stage, "Board", "north");
            open(stage, "Board", "south");
            open(stage, "Hall", "");
            rage(stage, span);
            for (int round = 1; round < ROUNDS; round++) {
                stage.killServer();
                rage(stage, span);
            }
            users().forEach(user -> user.network().heal());
            stage.awaitServer();
            stage.assertConverged();
            boards.forEach(board -> board.crowd().check(board.witness().done()));
            assertThat(boards)
                    .allSatisfy(board -> assertThat(board.witness().lives()).isEqualTo(ROUNDS));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Fails with -Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }

    private void open(SocketStage stage, String component, String key) throws IOException, InterruptedException {
        Board board = new Board(new Crowd(random), new Witness());
        for (int i = 0; i < USERS_EACH; i++) {
            String name = component + key + i;
            board.crowd().join(stage.user(name, component, key, board.witness()));
        }
        boards.add(board);
    }

    private List<User> users() {
        return boards.stream().flatMap(board -> board.crowd().users().stream()).toList();
    }

    private void rage(SocketStage stage, Duration span) {
        Duration end = stage.elapsed().plus(span);
        while (stage.elapsed().compareTo(end) < 0) {
            stage.advance(Duration.ofMillis(random.nextInt(random.nextInt(10) < 3 ? 40 : 4)));
            soothe(stage.elapsed());
            Crowd crowd = boards.get(random.nextInt(boards.size())).crowd();
            if (random.nextInt(100) < 4) {
                User user = crowd.any();
                trouble((ProxiedNetwork) user.network());
                troubledUntil.put(
                        user, stage.elapsed().plusMillis(random.nextInt(random.nextInt(20) == 0 ? 8_000 : 1_500)));
            } else {
                crowd.act();
            }
        }
    }

    private void trouble(ProxiedNetwork network) {
        switch (random.nextInt(12)) {
            case 0 -> network.drop();
            case 1 -> {
                network.drop();
                network.reconnect();
            }
            case 2 -> network.stall();
            case 3 -> network.partition();
            case 4 -> network.delay(Duration.ofMillis(random.nextInt(300)));
            case 5 -> network.duplicate();
            case 6 -> network.cutOnTheWayUp(0);
            case 7 -> network.cutOnTheWayDown(0);
            case 8 -> network.cutOnTheWayUp(random.nextInt(200));
            case 9 -> network.cutOnTheWayDown(random.nextInt(2_000));
            case 10 -> network.closeWayUp();
            default -> network.closeWayDown();
        }
    }

    private void soothe(Duration now) {
        troubledUntil.entrySet().removeIf(troubled -> {
            boolean over = troubled.getValue().compareTo(now) <= 0;
            if (over) {
                troubled.getKey().network().heal();
            }
            return over;
        });
    }
}
