package io.hjx.cli;

import io.hjx.lang.analyze.AssetFile;
import io.hjx.lang.analyze.SourceLoader;
import io.hjx.lang.emit.ContentHash;
import io.hjx.lang.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads what components name below one component root, and nothing outside of it, also not through a symbolic link.
 * Immutable.
 */
final class FolderLoader implements SourceLoader {

    private static final String ASSETS = "/assets/f/";

    private final Path root;
    private final String assets;

    FolderLoader(Path root) {
        this(root, ASSETS);
    }

    /** @param assets what the addresses of files beside components begin with */
    FolderLoader(Path root, String assets) {
        this.root = root;
        this.assets = assets;
    }

    /** The file under the name that diagnostics use: relative to the root, with forward slashes. */
    SourceFile read(Path file) throws IOException {
        return new SourceFile(nameOf(file), Files.readString(file));
    }

    @Override
    public Result load(SourceFile importing, String path) {
        Path file = resolve(importing, path);
        if (file == null || !file.startsWith(root)) {
            return file == null ? new Missing(path) : new Outside(path);
        }
        try {
            return isInside(file) ? new Found(read(file)) : new Outside(nameOf(file));
        } catch (IOException e) {
            return new Missing(nameOf(file));
        }
    }

    @Override
    public AssetResult asset(SourceFile component, String path) {
        Path file = resolve(component, path);
        if (file == null || !file.startsWith(root)) {
            return file == null ? new Missing(path) : new Outside(path);
        }
        try {
            return isInside(file) ? asset(file) : new Outside(nameOf(file));
        } catch (IOException e) {
            return new Missing(nameOf(file));
        }
    }

    private AssetResult asset(Path file) throws IOException {
        if (Files.size(file) > AssetFile.MAX_BYTES) {
            return new TooLarge(nameOf(file));
        }
        AssetFile asset = new AssetFile(nameOf(file), ContentHash.of(Files.readAllBytes(file), AssetFile.HASH_DIGITS));
        return new Asset(asset, assets + asset.key());
    }

    private @Nullable Path resolve(SourceFile component, String path) {
        try {
            return root.resolve(component.path()).resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private boolean isInside(Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }

    private String nameOf(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}
