package io.github.crispspring.embedded;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

/**
 * Trusts the certificates of the application's own server and no others. They are
 * compared as a whole, so that they may be self-signed and need not contain the name of
 * the loopback interface.
 */
final class PinnedCertificates extends X509ExtendedTrustManager {

	private final List<X509Certificate> certificates;

	PinnedCertificates(List<X509Certificate> certificates) {
		this.certificates = List.copyOf(certificates);
	}

	SslContext toSslContext() {
		try {
			return SslContextBuilder.forClient().trustManager(this).endpointIdentificationAlgorithm(null).build();
		}
		catch (SSLException ex) {
			throw new IllegalStateException("TLS is not available", ex);
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		if (chain.length == 0 || !this.certificates.contains(chain[0])) {
			throw new CertificateException("The certificate is not that of the application");
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		throw new CertificateException("Clients are not trusted");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		checkClientTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		checkClientTrusted(chain, authType);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

}
