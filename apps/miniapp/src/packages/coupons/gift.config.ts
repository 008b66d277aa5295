export default definePageConfig({ navigationBarTitleText: '好友送的券', enablePullDownRefresh: true });
