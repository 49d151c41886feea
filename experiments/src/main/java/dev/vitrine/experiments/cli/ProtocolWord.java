package dev.vitrine.experiments.cli;

import com.beust.jcommander.IStringConverter;
import dev.vitrine.experiments.recipe.Protocol;

/** Reads the value of {@code --protocol}. */
final class ProtocolWord implements IStringConverter<Protocol> {
    @Override
    public Protocol convert(String word) {
        return Protocol.named(word);
    }
}
