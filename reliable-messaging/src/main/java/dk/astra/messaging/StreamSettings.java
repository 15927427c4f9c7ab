package dk.astra.messaging;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams are laid out, prefix {@code streams}.
 *
 * @param partitions of each stream ({@code STREAMS_PARTITIONS})
 * @param replicas of each partition; 1 on a single broker ({@code STREAMS_REPLICAS})
 * @param compacted streams of which the last fact per key is enough ({@code STREAMS_COMPACTED})
 */
@ConfigurationProperties("streams")
public record StreamSettings(
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("meetings") Set<String> compacted) {}
