package io.hjx.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.hjx.runtime.fixture.Crowd;
import io.hjx.test.ProxiedNetwork;
import io.hjx.test.SocketStage;
import io.hjx.test.Tracked;
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

    /** How often the server lives; it ends with a kill, and its state with it. */
    private static final int LIVES = 3;

    private static final int USERS_EACH = 10;
    private static final Duration START = Duration.ofMinutes(3);

    private final long seed = Long.getLong("seed", System.nanoTime() & 0xFFFF);
    private final Random random = new Random(seed);
    private final Map<User, Duration> troubledUntil = new LinkedHashMap<>();
    private final List<Board> boards = new ArrayList<>();

    /** One instance, and who uses it. */
    private record Board(Crowd crowd, Witness witness) {}

    @Test
    void turmoil_aMinute_allConverge(@TempDir Path folder) throws Exception {
        LOG.log(System.Logger.Level.INFO, "-Dseed=" + seed);
        try (SocketStage stage = new SocketStage(seed, folder, Path.of("src/test/resources/turmoil"), settings())) {
            open(stage, "Board", "north");
            open(stage, "Board", "south");
            open(stage, "Hall", "");
            rageThroughAllLives(stage);
            users().forEach(user -> user.network().heal());
            stage.assertConverged();
            LOG.log(System.Logger.Level.INFO, this::summary);
            boards.forEach(board -> board.crowd().check(board.witness().done()));
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("Fails with -Dseed=" + seed + ": " + e.getMessage(), e);
        }
    }

    @Test
    void cut_beforeOrAfterTheServerHasDoneIt_isDoneOnce(@TempDir Path folder) throws Exception {
        try (SocketStage stage = new SocketStage(seed, folder, Path.of("src/test/resources/turmoil"))) {
            Witness witness = new Witness();
            Tracked anna = new Tracked(stage.user("anna", "Board", "", witness));
            ProxiedNetwork network = (ProxiedNetwork) anna.user().network();
            stage.await("anna is connected", anna.user()::isUpToDate);
            network.cutOnTheWayUp(0);
            anna.send("Append", "not arrived");
            stage.await("the answer to what did not arrive", anna.user()::isUpToDate);
            network.cutOnTheWayDown(0);
            anna.send("Append", "not answered");
            stage.await("the answer to what was done", anna.user()::isUpToDate);
            assertThat(network.cuts()).isEqualTo(2);
            assertThat(anna.answers().values()).containsOnly(Tracked.Answer.DONE);
            assertThat(witness.done()).containsExactly("not arrived", "not answered");
            stage.assertConverged();
        }
    }

    /** A history that is short at times; the dead are found soon. */
    private String[] settings() {
        return new String[] {"hjx.history=" + (1 << random.nextInt(9)), "hjx.heartbeat=3s", "hjx.sendTimeout=3s"};
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

    // ---- what goes wrong

    private void rageThroughAllLives(SocketStage stage) throws IOException, InterruptedException {
        Duration span = Duration.ofSeconds(Integer.getInteger("seconds", 60)).dividedBy(LIVES);
        rage(stage, span);
        for (int life = 2; life <= LIVES; life++) {
            stage.killServer();
            rageUntilSeen(stage, life);
            rage(stage, span);
        }
    }

    /** Goes on while the next server starts, until somebody has seen each board there. */
    private void rageUntilSeen(SocketStage stage, int life) {
        Duration deadline = stage.elapsed().plus(START);
        while (boards.stream().anyMatch(board -> board.witness().lives() < life)) {
            assertThat(stage.elapsed()).as("each board is seen again").isLessThan(deadline);
            rage(stage, Duration.ofSeconds(1));
        }
    }

    private void rage(SocketStage stage, Duration span) {
        Duration end = stage.elapsed().plus(span);
        while (stage.elapsed().compareTo(end) < 0) {
            stage.advance(Duration.ofMillis(random.nextInt(random.nextInt(10) < 3 ? 120 : 8)));
            soothe(stage.elapsed());
            Crowd crowd = boards.get(random.nextInt(boards.size())).crowd();
            if (random.nextInt(10) == 0) {
                trouble(crowd.any(), stage.elapsed());
            } else {
                crowd.act();
            }
        }
    }

    private void trouble(User user, Duration now) {
        trouble((ProxiedNetwork) user.network());
        int most = random.nextInt(20) == 0 ? 8_000 : 1_500;
        troubledUntil.put(user, now.plusMillis(random.nextInt(most)));
    }

    private void trouble(ProxiedNetwork network) {
        switch (random.nextInt(13)) {
            case 0 -> network.drop();
            case 1 -> {
                network.drop();
                network.reconnect();
            }
            case 2 -> network.stall();
            case 3 -> network.partition();
            case 4 -> network.delay(Duration.ofMillis(random.nextInt(300)));
            case 5 -> network.reorder();
            case 6 -> network.duplicate();
            case 7 -> network.cutOnTheWayUp(0);
            case 8 -> network.cutOnTheWayDown(0);
            case 9 -> network.cutOnTheWayUp(random.nextInt(200));
            case 10 -> network.cutOnTheWayDown(random.nextInt(2_000));
            case 11 -> network.closeWayUp();
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

    private String summary() {
        return "Done: "
                + boards.stream().map(board -> board.witness().done().size()).toList()
                + ", connections cut within messages: "
                + users().stream()
                        .mapToInt(user -> ((ProxiedNetwork) user.network()).cuts())
                        .sum();
    }
}
