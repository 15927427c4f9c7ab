package dk.astra.event;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/**
 * Local times are stored as ISO text: as dates they would be taken through the zone of the machine, and an hour
 * that does not exist there would be stored as another one.
 */
@Configuration(proxyBeanMethods = false)
class StoredTypes {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(
                List.of(new WriteTime(), new ReadTime(), new WriteTimeOfDay(), new ReadTimeOfDay()));
    }

    @WritingConverter
    private static final class WriteTime implements Converter<LocalDateTime, String> {
        @Override
        public String convert(LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
    }

    @ReadingConverter
    private static final class ReadTime implements Converter<String, LocalDateTime> {
        @Override
        public LocalDateTime convert(String text) {
            return LocalDateTime.parse(text);
        }
    }

    @WritingConverter
    private static final class WriteTimeOfDay implements Converter<LocalTime, String> {
        @Override
        public String convert(LocalTime time) {
            return time.toString();
        }
    }

    @ReadingConverter
    private static final class ReadTimeOfDay implements Converter<String, LocalTime> {
        @Override
        public LocalTime convert(String text) {
            return LocalTime.parse(text);
        }
    }
}
