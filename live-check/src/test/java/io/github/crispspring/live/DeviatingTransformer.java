package io.github.crispspring.live;

import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Transformer that makes the data of responses deviate from the contract in known ways.
 */
final class DeviatingTransformer implements ResponseTransformerV2 {

	private static final JsonMapper mapper = JsonMapper.builder().build();

	@Override
	public String getName() {
		return "deviating";
	}

	@Override
	public Response transform(Response response, ServeEvent event) {
		String path = event.getRequest().getUrl().replaceFirst("\\?.*", "");
		Deviation deviation = deviation(path);
		if (deviation == null) {
			return response;
		}
		return switch (deviation) {
			case RENAMED_FIELD -> edit(response, (data) -> data.set("title", data.remove("name")));
			case ABSENT_FIELD -> edit(response, (data) -> data.remove("state"));
			case OTHER_TYPE -> edit(response, (data) -> data.put("status", 1));
			case ADDITIONAL_FIELD -> edit(response, (data) -> data.put("trend", 1));
			default -> response;
		};
	}

	private static Deviation deviation(String path) {
		if (path.matches("/v1/website/[^/]+")) {
			return Deviation.RENAMED_FIELD;
		}
		if (path.endsWith("/state")) {
			return Deviation.ABSENT_FIELD;
		}
		if (path.endsWith("/availability/status")) {
			return Deviation.OTHER_TYPE;
		}
		return path.endsWith("/visitors/count") ? Deviation.ADDITIONAL_FIELD : null;
	}

	private static Response edit(Response response, Consumer<ObjectNode> edit) {
		ObjectNode envelope = (ObjectNode) mapper.readTree(response.getBody());
		edit.accept((ObjectNode) envelope.path("data"));
		return Response.Builder.like(response).but().body(envelope.toString()).build();
	}

}
