/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A response body that nobody reads: however long it is or slow to come, nobody waits for it. */
final class Unread implements HttpResponse.BodySubscriber<Boolean> {

    @Override
    public CompletionStage<Boolean> getBody() {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        // not asked for
    }

    @Override
    public void onError(Throwable broken) {
        // the status has arrived, and is all that counts
    }

    @Override
    public void onComplete() {
        // nothing to do
    }
}
